import { must } from "./fault";
import type { Fault } from "./fault";
import { populatedSite } from "./populated-site";
import { addresses } from "./route-list";
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

/** Forms that other sites make a signed-in person's browser send. */
export const forgery: Fault = {
  name: "forgery",
  bar: "every action × origins × methods, also by ?_data=: a forged form is refused, our own is not",
  small: {},
  full: {},
  run: () => inScratch(perform),
};

async function perform(folder: string) {
  const { site, people, addressOf } = await populatedSite(folder);
  const wrong: string[] = [];
  let sent = 0;
  async function send(path: string, method: string, headers: Record<string, string>) {
    sent++;
    const answer = await people.admin.ask(path, { method, headers, body: new URLSearchParams() });
    await answer.arrayBuffer();
    return answer.status;
  }
  try {
    for (const { pattern, post, ids } of await addresses()) {
      const path = addressOf(pattern);
      const ways = [path, ...ids.map((id) => `${path}?_data=${encodeURIComponent(id)}`)];
      for (const way of ways) {
        for (const method of METHODS) {
          for (const [what, headers] of Object.entries(FORGED)) {
            const status = await send(way, method, headers);
            if (status !== 403) wrong.push(`${method} ${way} with ${what}: ${status}`);
          }
        }
      }
      if (!post || pattern === "/sign-out") continue;
      for (const headers of OWN) {
        const status = await send(path, "POST", headers);
        if (status === 403 || status >= 500) wrong.push(`POST ${path} from our own page: ${status}`);
      }
    }
    must(wrong.length === 0, `${wrong.length} wrong:\n${wrong.slice(0, 20).join("\n")}`);
    return { sent };
  } finally {
    await site.kill();
  }
}
