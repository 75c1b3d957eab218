import { pickIndex, seededRandom } from "~/domain/contest/random";
import type { Random } from "~/domain/contest/random";
import { auditDatabase } from "~/jobs/restore-audit";
import { join } from "node:path";
import { ensure } from "./fault";
import type { Fault } from "./fault";
import { oddBody } from "./odd-forms";
import { populatedSite } from "./populated-site";
import type { Kind, Visitor } from "./populated-site";
import { addresses } from "./route-list";
import { inScratch } from "./scratch";

const AT_ONCE = 4;
const KINDS: Kind[] = ["anonymous", "owner", "other", "moderator", "admin"];

/** Forms that no page of ours would send, to every action, by everybody. */
export const formFuzz: Fault<{ posts: number }> = {
  name: "form-fuzz",
  bar: "posts of odd forms to every action: no unhandled 500, data sound",
  small: { posts: 600 },
  full: { posts: 20_000 },
  run: ({ posts }, seed) => inScratch((folder) => perform(folder, posts, seed)),
};

async function perform(folder: string, posts: number, seed: number) {
  const { site, people, addressOf } = await populatedSite(folder);
  const actions = (await addresses()).filter((one) => one.post).map((one) => one.pattern);
  const statuses: Record<number, number> = {};
  const broken: string[] = [];
  try {
    const names = await fieldNames(people.admin, addressOf);
    async function post(random: Random) {
      const pattern = actions[pickIndex(random, actions.length)]!;
      const person = people[KINDS[pickIndex(random, KINDS.length)]!];
      const { body, headers, words } = oddBody(random, names);
      const send = () => person.ask(addressOf(pattern), { method: "POST", body, headers });
      // A connection whose last request was refused unread is closed, and so may be the next one that is taken; browsers, too, try again.
      const answer = await send()
        .catch(send)
        .catch(send)
        .catch(send)
        .catch((error: Error) => error);
      if (answer instanceof Error) return void broken.push(`${pattern} broke off (${answer.cause}): ${words}`);
      await answer.arrayBuffer();
      statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
      if (answer.status >= 500) broken.push(`${pattern} ${answer.status}: ${words}`);
    }
    await Promise.all(
      Array.from({ length: AT_ONCE }, async (_, worker) => {
        const random = seededRandom(seed + worker);
        for (let done = worker; done < posts; done += AT_ONCE) await post(random);
      }),
    );
    ensure(
      broken.length === 0,
      `${broken.length} answered as if broken:\n${broken.slice(0, 10).join("\n")}\n${site.said().slice(-1500)}`,
    );
    const code = await site.stop();
    ensure(code === 0, `it ended with ${code}`);
    const audit = await auditDatabase(join(folder, "crucible.db"));
    ensure(audit.ok, `unsound: ${JSON.stringify(audit)}`);
    return { posts, actions: actions.length, fields: names.length, statuses };
  } finally {
    if (site.process.exitCode === null) await site.kill();
  }
}

/** The names that forms of the site use, from the pages themselves. */
async function fieldNames(person: Visitor, addressOf: (pattern: string) => string) {
  const names = new Set([
    "to",
    "intent",
    "reason",
    "pair",
    "choice",
    "featured",
    "notificationId",
    "token",
    "amount",
    "data",
  ]);
  for (const { pattern, get } of await addresses()) {
    if (!get) continue;
    const html = await (await person.get(addressOf(pattern))).text();
    for (const [, name] of html.matchAll(/ name="([\w[\].]{1,40})"/g)) names.add(name!);
  }
  return [...names];
}
