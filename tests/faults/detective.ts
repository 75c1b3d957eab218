import { startChild } from "./child-site";
import { fillSite } from "./detective/contest";
import { crawl } from "./detective/crawling";
import type { Document } from "./detective/crawling";
import { cluesIn, indexOf, suspect } from "./detective/joining";
import { crucibleOf, peopleOf, truthOf } from "./detective/truth";
import type { Truth } from "./detective/truth";
import { ensure } from "./fault";
import type { Fault } from "./fault";
import { inScratch, withDatabase } from "./scratch";
import { signUp, visitor } from "./visitor";

type Size = { entrants: number; each: number; pages: number; numbers: number; votes: number };
type Person = Parameters<typeof crawl>[0];

/** Somebody who wants to know whose the entries of a running crucible are, and reads everything that the site gives out. */
export const detective: Fault<Size> = {
  name: "detective",
  bar: "all public pages, feeds, files and JSON, signed out and in: no entry of a running crucible is named better than by chance",
  small: { entrants: 12, each: 2, pages: 150, numbers: 12, votes: 8 },
  full: { entrants: 200, each: 50, pages: 40_000, numbers: 3_000, votes: 200 },
  run: async (size) => ({
    demo: await inScratch((folder) => investigate(folder, size, { DEMO: "true" }, null)),
    generated: await inScratch(async (folder) => {
      const token = await withDatabase(folder, () => fillSite(folder, size));
      return investigate(folder, size, {}, token);
    }),
  }),
};

async function investigate(folder: string, size: Size, settings: Record<string, string>, token: string | null) {
  const site = await startChild({ folder, settings: { JOB_SCHEDULE: "0 0 1 1 *", LOG_LEVEL: "silent", ...settings } });
  try {
    const member = token ? visitor(site.url, `session=${token}`) : await signUp(site.url);
    const [running, over] = [crucibleOf(folder, "active"), crucibleOf(folder, "completed")];
    const starts = startsOf(peopleOf(folder), [running, over], size.numbers);
    const bounds = { most: size.pages, skip: /^\/(assets|sign-|settings|report|wallet|library|moderation)/ };
    const documents: Document[] = [];
    for (const person of [visitor(site.url), member])
      documents.push(...(await crawl(person, site.url, starts, bounds)));
    documents.push(...(await judgeFor(member, running, size.votes)));
    return conclude(documents, { folder, running, over });
  } finally {
    await site.kill();
  }
}

/** What can be counted through or made up, as pages and as the data behind them. */
function startsOf(people: string[], crucibles: number[], numbers: number) {
  const lists = crucibles.flatMap((id) =>
    ["", "/leaderboard", "/discussion", "/rules", "/judge", "/mine", "/card.png", "/log"].map(
      (at) => `/crucibles/${id}${at}`,
    ),
  );
  const data = crucibles.flatMap((id) =>
    ["crucible-entries", "crucible-leaderboard", "crucible"].map(
      (route) => `/crucibles/${id}${route === "crucible-leaderboard" ? "/leaderboard" : ""}?_data=routes%2F${route}`,
    ),
  );
  const profiles = people.flatMap((name) => ["", "/comments", "/crucibles"].map((at) => `/people/${name}${at}`));
  const counted = Array.from({ length: numbers }, (_, i) => i + 1).flatMap((n) => [
    `/media/${n}`,
    `/media/${n}/comments`,
    `/entries/${n}`,
    `/comments/${n}`,
  ]);
  return [
    "/",
    "/crucibles",
    "/crucibles.atom",
    "/feeds",
    "/leaderboard",
    "/notifications",
    ...lists,
    ...data,
    ...profiles,
    ...counted,
  ];
}

/** The pairs that a judge is shown, as the page's script gets them. */
async function judgeFor(person: Person, crucible: number, votes: number) {
  const shown: Document[] = [];
  let fields: Record<string, string> = { intent: "sit" };
  for (let n = 0; n < votes; n++) {
    const path = `/crucibles/${crucible}/judge/answers`;
    const answer = await person.ask(path, { method: "POST", body: new URLSearchParams(fields) });
    const text = await answer.text();
    shown.push({ path, text });
    const token = /"current":\{"token":"([^"]+)"/.exec(text)?.[1];
    if (!token) break;
    for (const link of new Set(text.match(/\/m\/[0-9a-f]+\/320\.webp/g) ?? []))
      shown.push(...(await crawl(person, "", [link], { most: 1, skip: /./ })));
    fields = { pair: token, choice: n % 2 ? "left" : "right" };
  }
  return shown;
}

type Case = { folder: string; running: number; over: number };

function conclude(documents: Document[], { folder, running, over }: Case) {
  const people = peopleOf(folder);
  const inside = (id: number) => (path: string) =>
    new RegExp(`^/(m/[0-9a-f]{32}/|crucibles/${id}(/|\\?|$))`).test(path);
  const outside = documents.filter(({ path }) => !inside(running)(path) && !inside(over)(path));
  const index = indexOf(outside, people);
  const proof = named(
    documents.filter(({ path }) => inside(over)(path)),
    truthOf(folder, over),
    index,
  );
  const truth = truthOf(folder, running);
  const hidden = truth.filter(({ known }) => !known);
  const blind = documents.filter(({ path }) => inside(running)(path));
  const joined = named(blind, hidden, index);
  const ordered = byOrder(blind, hidden, truth);
  const owners = new Set(truth.map(({ owner }) => owner)).size;
  const limit = hidden.length / owners + 4 * Math.sqrt(hidden.length / owners) + 1;
  const figures = {
    documents: documents.length,
    entries: truth.length,
    publicBefore: truth.length - hidden.length,
    owners,
  };
  const score = { ...figures, byChance: Math.round(hidden.length / owners), joined, ...ordered, ended: proof };
  // Where every picture was public before, as in the demo, there is nothing left to find out, and the figures say so.
  ensure(hidden.length === 0 || joined.seen > hidden.length / 2, `it saw too little: ${JSON.stringify(score)}`);
  ensure(proof.right > proof.seen * 0.8 && proof.seen > 3, `it is no detective: ${JSON.stringify(score)}`);
  ensure(Math.max(joined.right, ...Object.values(ordered)) <= limit, `it names owners: ${JSON.stringify(score)}`);
  return score;
}

/** How many entries are seen, and how many of them lead to their owner. */
function named(documents: Document[], truth: Truth[], index: ReturnType<typeof indexOf>) {
  const owners = new Map(
    truth.flatMap(
      ({ key, seatKey, owner }) =>
        [
          [key, owner],
          [seatKey, owner],
        ] as const,
    ),
  );
  const clues = cluesIn(documents, new Set(owners.keys()));
  return { seen: clues.length, right: clues.filter((clue) => suspect(clue, index) === owners.get(clue.key)).length };
}

/** Guesses that the order in which entries stand, or their numbers, is that in which people came. */
function byOrder(documents: Document[], hidden: Truth[], truth: Truth[]) {
  const keys = new Set(hidden.map(({ key }) => key));
  const listed = (part: RegExp) => {
    const text = documents
      .filter(({ path }) => part.test(path))
      .map((one) => one.text)
      .join("");
    return [...new Set(text.match(/[0-9a-f]{32}/g) ?? [])].filter((key) => keys.has(key));
  };
  const owner = new Map(truth.map((one) => [one.key, one.owner]));
  const inTime = hidden.map((one) => one.owner);
  const score = (order: string[]) => order.filter((key, i) => owner.get(key) === inTime[i]).length;
  const numbers = new Map(
    documents.flatMap(({ text }) =>
      [...text.matchAll(/"key":"([0-9a-f]{32})".{0,400}?"number":(\d+)/g)].map(
        ([, key, number]) => [key!, Number(number)] as const,
      ),
    ),
  );
  const board = listed(/leaderboard/);
  const numbered = board.filter((key) => numbers.has(key)).sort((a, b) => numbers.get(a)! - numbers.get(b)!);
  return {
    byPlace: score(board),
    byGallery: score(listed(/entries/)),
    byNumber: score(numbered),
    byKey: score([...board].sort()),
  };
}
