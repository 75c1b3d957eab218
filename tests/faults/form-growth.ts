import fc from "fast-check";
import { ensure } from "./fault";
import type { Fault } from "./fault";
import { populatedSite } from "./populated-site";
import type { Visitor } from "./populated-site";
import { addresses } from "./route-list";
import { inScratch } from "./scratch";

/** What a short form's own words may take when they are escaped, and the words of its refusals. */
const ROOM = 8 * 1024;
const NAMES = [
  "name",
  "body",
  "reason",
  "description",
  "to",
  "email",
  "username",
  "level",
  "levels",
  "mediaId",
  "share",
];
const MORE = [
  "baseModel",
  "version",
  "intent",
  "find",
  "alt",
  "split",
  "pair",
  "choice",
  "fee",
  "start",
  "judge",
  "nI",
];

type Form = { names: string[]; values: string[]; times: number; parts: boolean };

/** Random shapes of forms to every action: nobody makes the site send much more than they sent themselves. */
export const formGrowth: Fault<{ shapes: number }> = {
  name: "form-growth",
  bar: "random shapes of forms to every action: an answer ≤ 2 × request + page",
  small: { shapes: 4 },
  full: { shapes: 60 },
  run: ({ shapes }, seed) => inScratch((folder) => perform(folder, shapes, seed)),
};

async function perform(folder: string, shapes: number, seed: number) {
  const { site, people, addressOf } = await populatedSite(folder, { LOG_LEVEL: "silent" });
  const actions = (await addresses()).filter(({ post, pattern }) => post && pattern !== "/sign-out");
  const worst = { grewBytes: 0, at: "" };
  const wrong: string[] = [];
  try {
    for (const { pattern, get } of actions) {
      const path = addressOf(pattern);
      for (const form of fc.sample(anyForm, { numRuns: shapes, seed })) {
        const { sent, got, status, html } = await post(people.admin, path, bodyOf(form));
        const page = await pageOf(people.admin, path, get && html);
        const grew = got - 2 * sent - page;
        if (grew > worst.grewBytes) Object.assign(worst, { grewBytes: grew, at: `${pattern} ${status}` });
        if (grew > ROOM) wrong.push(`${pattern}: ${sent} bytes got ${got} (${status}), its page has ${page}`);
      }
    }
    ensure(wrong.length === 0, `${wrong.length} grew:\n${wrong.slice(0, 10).join("\n")}`);
    return { actions: actions.length, forms: actions.length * shapes, ...worst };
  } finally {
    await site.kill();
  }
}

const name = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...NAMES, ...MORE) },
  fc
    .tuple(
      fc.constantFrom(...NAMES, ...MORE),
      fc.array(fc.constantFrom("[0]", "[19]", "[199]", "[999]", "[]", ".a"), { maxLength: 4 }),
    )
    .map(([own, path]) => own + path.join("")),
);
const value = fc.oneof(
  fc.constantFrom("", "1", "x", "-1", "custom", "upload", "add-place", "skip"),
  fc.string({ unit: fc.constantFrom(..."<>&\"'\\\nab é漢👩"), maxLength: 300 }),
  fc
    .tuple(fc.constantFrom('"', "<", "a", "_*", "漢", "\u2028"), fc.integer({ min: 1, max: 20_000 }))
    .map(([one, times]) => one.repeat(times)),
);
const anyForm: fc.Arbitrary<Form> = fc.record({
  names: fc.array(name, { minLength: 1, maxLength: 12 }),
  values: fc.array(value, { minLength: 1, maxLength: 12 }),
  times: fc.constantFrom(1, 1, 5, 120),
  parts: fc.boolean(),
});

function bodyOf({ names, values, times, parts }: Form) {
  const body = parts ? new FormData() : new URLSearchParams();
  for (let i = 0; i < names.length * times; i++) body.append(names[i % names.length]!, values[i % values.length]!);
  return body;
}

async function post(person: Visitor, path: string, body: FormData | URLSearchParams) {
  const sent = (await new Response(body).arrayBuffer()).byteLength;
  const answer = await person.ask(path, { method: "POST", body });
  const html = answer.headers.get("content-type")?.startsWith("text/html") ?? false;
  return { sent, got: (await answer.arrayBuffer()).byteLength, status: answer.status, html };
}

/** How large the page is where the form stands: what a draft holds by now is of the page. */
async function pageOf(person: Visitor, path: string, shown: boolean) {
  const answer = await person.get(shown ? path : "/no/such/page");
  return (await answer.arrayBuffer()).byteLength;
}
