import { beforeAll, beforeEach, expect, test } from "vitest";
import { eq } from "drizzle-orm";
import { crucibles } from "~/db/schema/crucible";
import { write } from "~/db/write";
import { useDatabase } from "~/tests/database";
import { useSettings } from "~/tests/settings";
import { everyState, plans, states } from "./every-state";
import type { State } from "./every-state";
import { headingsOutOfOrder, mainOf, renderedSite, visibleText } from "./rendered-site";

// Every page that speaks of a crucible, as those see it who may, in every state: no two words of a page may disagree.

const { folder } = useDatabase();
const configure = useSettings();

beforeEach(() => configure({ NODE_ENV: "test", DATA_DIR: folder() }));

type Group = "upcoming" | "open" | "judging" | "counting" | "completed" | "cancelled";

const groupOf: Record<State, Group> = {
  ...{
    upcoming: "upcoming",
    due: "upcoming",
    first: "open",
    few: "open",
    open: "open",
    closed: "judging",
    ending: "judging",
  },
  ...{ ended: "counting", finalizing: "counting", paid: "completed", empty: "completed", "no-contest": "completed" },
  ...{ cancelled: "cancelled", "never-opened": "cancelled" },
} as const;

const over =
  /\bactive\b|ending soon|upcoming|time left|\bopens\b|start judging|submit (entry|entries to [^.]*closes)|be the first to enter|judging starts|entries close at|\bends\b|still running|not judged yet|names are hidden|withdraw \(|remind me|new entries add|sign in to judge/i;

/** What no page may say of a crucible in such a state. */
const forbidden: Record<Group, RegExp[]> = {
  upcoming: [
    /\bended\b|counting|completed|canceled\b(?! before)|time left|ending soon|start judging|submit entry|closes in|entries closed|(?<!not |n’t )\bopened\b|started|results|names are hidden|sign in to judge|current standings/i,
  ],
  open: [
    /upcoming|opens in|opening now|\bended\b|counting|completed|canceled|entries closed|results\b|remind me|no result/i,
  ],
  judging: [
    /upcoming|opens in|opening now|\bended\b|counting|completed|canceled|open for entries|submit entry|be the first to enter|entries close at|closes in|new entries add|check back when|results\b|so far|remind me/i,
  ],
  counting: [
    over,
    /completed|canceled|results\b|winners|standings at(?! the end)|you’re \d|current standings|on track for|no contest/i,
  ],
  completed: [over, /counting|canceled|on track|standings at/i],
  cancelled: [
    over,
    /\bended\b|counting|completed|(?<!no )results\b|winners|on track|current standings|while it was open/i,
  ],
};

/** What the page of a crucible in such a state says in any case. */
const pills: Record<Group, RegExp> = {
  upcoming: /^Upcoming/,
  open: /^Active/,
  judging: /^(Active|Ending soon)/,
  counting: /^Counting/,
  completed: /^Completed/,
  cancelled: /^Canceled/,
};

/** General words that are true of every crucible, whatever its state. */
const general = [
  /How every crucible works.*?payout\./g,
  /Nobody entered\. Canceled/g,
  /You can withdraw an entry[^.]*\./g,
  /Discussion \d+/g,
];

function wrongIn(words: string, group: Group) {
  const told = general.reduce((left, rule) => left.replace(rule, ""), words);
  return forbidden[group].flatMap((rule) =>
    [...told.matchAll(new RegExp(rule, "gi"))].map(
      ({ 0: found, index }) => `“${found}” in “…${told.slice(Math.max(0, index - 40), index + 60)}…”`,
    ),
  );
}

/** The parts of a page that are about the crucible of that name: cards, rows and items. */
function partsAbout(html: string, name: string) {
  return [...mainOf(html).matchAll(/<(li|tr|article)\b[^>]*>(?:(?!<\1\b).)*?<\/\1>/gs)]
    .map(([part]) => visibleText(part))
    .filter((words) => words.includes(name));
}

const readers: Record<string, string[]> = {
  nobody: ["", "/leaderboard", "/judge"],
  ana: [""],
  ben: ["", "/leaderboard", "/mine", "/rules", "/discussion", "/submit", "/judge"],
  dan: ["", "/mine", "/submit", "/judge"],
  eve: [""],
};
const lists = [
  "/crucibles?status=any&tab=new",
  "/crucibles?status=active",
  "/crucibles?status=upcoming",
  "/crucibles?status=completed",
  "/people/ana/crucibles",
  "/people/ben",
  "/people/cat",
];

// Read once: what takes long is to read the pages.
const site = renderedSite(
  /\/(crucible\/(crucible|entries|leaderboard|mine|rules|discussion|submit|judge|discovery|feed)|profile\/(profile|crucibles)|moderation\/featured|notification\/notifications)\.tsx?$/,
);
beforeAll(async () => void (await site));

async function walk() {
  const { ids, cookies } = await everyState(new Date());
  const get = await site;
  const pageOf = async (path: string, who: string) => {
    const { status, html } = await get(path, cookies[who]);
    expect([path, who, status]).toEqual([path, who, 200]);
    expect(headingsOutOfOrder(html), `${path} for ${who}`).toEqual([]);
    return html;
  };
  return { ids, pageOf };
}

test("a crucible's pages never contradict themselves, for any viewer", async () => {
  const { ids, pageOf } = await walk();
  const wrong: string[] = [];
  for (const state of states) {
    const group = groupOf[state];
    for (const [who, pages] of Object.entries(readers)) {
      for (const page of pages) {
        const path = `/crucibles/${ids[state]}${page || `/${plans[state].name.toLowerCase()}`}`;
        const words = visibleText(mainOf(await pageOf(path, who)));
        if (page !== "/submit" && page !== "/judge" && !pills[group].test(words))
          wrong.push(`${state} ${page} for ${who} begins with “${words.slice(0, 40)}”`);
        wrong.push(
          ...wrongIn(words.replaceAll(plans[state].name, ""), group).map(
            (found) => `${state} ${page} for ${who}: ${found}`,
          ),
        );
      }
    }
  }
  expect(wrong).toEqual([]);
});

test("lists, profiles, the hero and moderation pages agree", async () => {
  const { ids, pageOf } = await walk();
  const wrong: string[] = [];
  const seen = new Set<State>();
  const check = (html: string, page: string) => {
    for (const state of states) {
      for (const words of partsAbout(html, plans[state].name)) {
        seen.add(state);
        wrong.push(...wrongIn(words, groupOf[state]).map((found) => `${state} on ${page}: ${found}`));
      }
    }
  };
  for (const page of lists) check(await pageOf(page, page === "/people/cat" ? "cat" : "ben"), page);
  check(await pageOf("/moderation/featured", "eve"), "/moderation/featured");
  expect([...seen].sort()).toEqual([...states].sort());
  for (const state of ["first", "open", "closed", "ending"] as const) {
    await write((tx) =>
      tx
        .update(crucibles)
        .set({ featuredAt: new Date(Date.now() + ids[state]) })
        .where(eq(crucibles.id, ids[state])),
    );
    const hero = /<article class="feature".*?<\/article>/s.exec(await pageOf("/crucibles", "nobody"))![0];
    expect(hero).toContain(plans[state].name);
    wrong.push(...wrongIn(visibleText(hero), groupOf[state]).map((found) => `${state} as the hero: ${found}`));
  }
  expect(wrong).toEqual([]);
});

test("notifications and feeds only describe ended crucibles as ended", async () => {
  const { pageOf } = await walk();
  const notes = partsAbout(await pageOf("/notifications", "ben"), "");
  for (const state of states) {
    const told = notes.filter((words) => words.includes(plans[state].name)).join(" ");
    const expected = {
      paid: /You placed #1 and #2 in Gold/,
      "no-contest": /Steel ended with no counted votes/,
      cancelled: /Mercury was canceled/,
    }[state as string];
    if (expected) expect(told).toMatch(expected);
    else expect(told).toBe("");
  }
  const feed = await pageOf("/crucibles.atom", "nobody");
  for (const state of states) expect(feed.includes(plans[state].name), state).toBe(groupOf[state] !== "cancelled");
  expect(feed).not.toMatch(/active|time left|ending soon|has ended/i);
});
