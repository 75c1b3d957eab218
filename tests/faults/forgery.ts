import { ensure } from "./fault";
import type { Fault } from "./fault";
import { populatedSite } from "./populated-site";
import { addresses } from "./route-list";
import type { Address } from "./route-list";
import { inScratch } from "./scratch";

const FORGED: Record<string, Record<string, string>> = {
  "no word of where it comes from": { origin: "" },
  "another origin": { origin: "https://evil.example" },
  "an origin that hides": { origin: "null" },
  "our host under another scheme": { origin: "https://localhost" },
  "our name as a prefix": { origin: "http://localhost.evil.example" },
  "cross-site, saying our origin": { "sec-fetch-site": "cross-site" },
  "same-site": { "sec-fetch-site": "same-site" },
};
const OWN: Record<string, string>[] = [{}, { "sec-fetch-site": "same-origin" }, { "sec-fetch-site": "none" }];
const METHODS = ["POST", "PUT", "PATCH", "DELETE"];

const FORGERIES = METHODS.flatMap((method) =>
  Object.entries(FORGED).map(([what, headers]) => ({ what, method, headers })),
);

type Size = { thorough: number };

/** Forms that other sites make a signed-in person's browser send. */
export const forgery: Fault<Size> = {
  name: "forgery",
  bar: "every action × origins × methods, also by ?_data=: a forged form is refused, our own is not",
  // One line refuses them all: every forgery at two addresses, and one of them at each of the others.
  small: { thorough: 2 },
  full: { thorough: 1_000 },
  run: (size) => inScratch((folder) => perform(folder, size)),
};

async function perform(folder: string, { thorough }: Size) {
  const { site, people, addressOf } = await populatedSite(folder);
  const wrong: string[] = [];
  let sent = 0;
  async function send(path: string, method: string, headers: Record<string, string>) {
    sent++;
    const answer = await people.admin.ask(path, { method, headers, body: new URLSearchParams() });
    await answer.arrayBuffer();
    return answer.status;
  }
  async function forge(path: string, { what, method, headers }: (typeof FORGERIES)[number]) {
    const status = await send(path, method, headers);
    if (status !== 403) wrong.push(`${method} ${path} with ${what}: ${status}`);
  }
  async function sendOwn(path: string) {
    for (const headers of OWN) {
      const status = await send(path, "POST", headers);
      if (status === 403 || status >= 500) wrong.push(`POST ${path} from our own page: ${status}`);
    }
  }
  try {
    const all = await addresses();
    const chosen = spread(all.filter(isForm), thorough);
    for (const [turn, address] of all.entries()) {
      const ways = waysTo(addressOf(address.pattern), address.ids);
      if (thorough >= all.length) for (const way of ways) for (const one of FORGERIES) await forge(way, one);
      else if (chosen.includes(address)) for (const one of FORGERIES) await forge(ways[0]!, one);
      else await forge(ways[turn % ways.length]!, FORGERIES[turn % FORGERIES.length]!);
      if (chosen.includes(address)) await sendOwn(ways[0]!);
    }
    ensure(wrong.length === 0, `${wrong.length} wrong:\n${wrong.slice(0, 20).join("\n")}`);
    return { sent };
  } finally {
    await site.kill();
  }
}

/** Signing out would end the session that the rest is sent with. */
function isForm({ post, pattern }: Address) {
  return post && pattern !== "/sign-out";
}

function waysTo(path: string, ids: string[]) {
  return [path, ...ids.map((id) => `${path}?_data=${encodeURIComponent(id)}`)];
}

/** So many of a list, as far apart as they can be; all of it when there are fewer. */
function spread<T>(list: T[], count: number) {
  if (count >= list.length) return list;
  return Array.from({ length: count }, (_, i) => list[Math.floor((i * list.length) / count)]!);
}
