import { access } from "~/routes/all-access";
import type { Access, Who } from "~/web/request/access";
import { ensure } from "./fault";
import type { Fault } from "./fault";
import { populatedSite } from "./populated-site";
import type { Kind, Visitor } from "./populated-site";
import { addresses } from "./route-list";
import { inScratch } from "./scratch";

const kindsOf: Record<Who | "nobody", Kind[]> = {
  anyone: ["anonymous", "banned", "other", "owner", "moderator", "admin"],
  people: ["other", "owner", "moderator", "admin"],
  owner: ["owner"],
  "owner, moderators": ["owner", "moderator", "admin"],
  moderators: ["moderator", "admin"],
  admins: ["admin"],
  nobody: [],
};

/** Everybody tries every route in the list. */
export const authorization: Fault = {
  name: "authorization",
  bar: "every route × {anonymous, owner, other, moderator, admin, banned}: in where meant, out elsewhere",
  small: {},
  full: {},
  run: () => inScratch(perform),
};

async function perform(folder: string) {
  const { site, people, addressOf } = await populatedSite(folder);
  const wrong: string[] = [];
  let knocks = 0;
  async function knock(method: "GET" | "POST", pattern: string, rule: Access) {
    const { absent, sampleForm, sampleQuery = "" } = rule;
    const who = absent ? "nobody" : rule[method === "GET" ? "get" : "post"]!;
    // Whoever is let in may change what the next one meets: those come last.
    const kinds = [...kindsOf.anyone].sort(
      (a, b) => Number(kindsOf[who].includes(a)) - Number(kindsOf[who].includes(b)),
    );
    for (const kind of kinds) {
      knocks++;
      const { inside, status } = await tryRoute(
        people[kind],
        method,
        withTracking(method, addressOf(pattern) + sampleQuery),
        sampleForm,
      );
      if (status >= 500 || (method === "GET" && status === 400) || inside !== kindsOf[who].includes(kind))
        wrong.push(`${method} ${pattern} as ${kind}: ${status}`);
    }
  }
  try {
    const all = await addresses();
    const order = [...all].sort((a, b) => weight(a.pattern) - weight(b.pattern));
    for (const { pattern, get, post } of order) {
      const rule = access[pattern];
      if (!rule) wrong.push(`${pattern}: has no line in its module's access.ts`);
      if (get && rule?.get) await knock("GET", pattern, rule);
      if (post && rule?.post) await knock("POST", pattern, rule);
    }
    ensure(wrong.length === 0, `${wrong.length} wrong:\n${wrong.join("\n")}`);
    return { routes: all.length, knocks };
  } finally {
    await site.kill();
  }
}

/** Whoever follows a link from elsewhere may bring parameters of no meaning here. */
function withTracking(method: "GET" | "POST", path: string) {
  return method === "GET" ? `${path}${path.includes("?") ? "&" : "?"}utm_source=elsewhere` : path;
}

/** What takes things away comes last, signing out last of all. */
function weight(pattern: string) {
  return ["deletion", "withdrawal", "cancellation", "sessions", "sign-out"].findIndex((word) => pattern.includes(word));
}

async function tryRoute(person: Visitor, method: "GET" | "POST", path: string, fields: Record<string, string> = {}) {
  const answer = method === "GET" ? await person.get(path) : await person.post(path, fields);
  await answer.arrayBuffer();
  const { status } = answer;
  const sentAway = status >= 300 && status < 400 && (answer.headers.get("location") ?? "").startsWith("/sign-in");
  return { status, inside: !sentAway && status !== 404 && status !== 403 };
}
