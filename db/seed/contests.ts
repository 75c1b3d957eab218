import { and, eq } from "drizzle-orm";
import { reader } from "../client";
import { pairs } from "../schema/judging";
import { write } from "../write";
import { enterCrucible } from "~/domain/crucible/entering.server";
import { castVote } from "~/domain/crucible/judging/judging.server";
import { openCrucible } from "~/domain/crucible/opening/opening.server";
import type { Terms } from "~/domain/crucible/schema";
import { takeSeat } from "~/domain/crucible/judging/seating.server";
import { settleEndedCrucibles } from "~/domain/crucible/settling.server";
import { randomFrom } from "./noise";

export type Work = { mediaId: number; ownerId: number; care: number };
type Demo = { people: number[]; works: Work[]; now: Date };

type Contest = {
  name: string;
  description: string;
  /** Hours before now at which it started; negative for one that is yet to start. */
  age: number;
  fee: number;
  /** Every how many-th work is entered. */
  every: number;
  votesEach: number;
};

const HOUR = 3_600_000;

const contests: Contest[] = [
  {
    name: "Quiet places",
    description: "Somewhere with **nobody in it**. Weather is welcome, drama is not.",
    age: 30,
    fee: 100,
    every: 2,
    votesEach: 40,
  },
  {
    name: "One colour, many moods",
    description: "Choose a colour and stay with it. We look for depth, not for noise.",
    age: 7.6,
    fee: 50,
    every: 3,
    votesEach: 24,
  },
  {
    name: "Light on dark ground",
    description: "Something that shines, and what it shines on.\n\n- no text\n- no frames",
    age: 2.5,
    fee: 100,
    every: 2,
    votesEach: 14,
  },
  {
    name: "Further than the eye can see",
    description: "Distance, of any kind: hills, years, galaxies.",
    age: -5,
    fee: 200,
    every: 0,
    votesEach: 0,
  },
  {
    name: "Weather you can hear",
    description: "Rain on a roof, wind in a wood, snow that swallows everything.",
    age: 4,
    fee: 40,
    every: 4,
    votesEach: 8,
  },
  {
    name: "Small worlds",
    description: "Planets, petals, drops: something whole that would fit into a hand.",
    age: 1.1,
    fee: 30,
    every: 5,
    votesEach: 3,
  },
  {
    name: "Before anyone is awake",
    description: "The first light, and who has it to themselves.",
    age: 0.4,
    fee: 0,
    every: 7,
    votesEach: 0,
  },
  {
    name: "Patterns that almost repeat",
    description: "Regular enough to trust, wrong enough to look twice.",
    age: 5.5,
    fee: 20,
    every: 6,
    votesEach: 6,
  },
  {
    name: "The long way home",
    description: "Show the road, not the house.",
    age: -20,
    fee: 0,
    every: 0,
    votesEach: 0,
  },
];

/** Contests in every state: one settled and paid, one about to end, one in full run, one yet to start. */
export async function runDemoContests({ people, works, now }: Demo) {
  for (const [i, contest] of contests.entries()) {
    const startedAt = new Date(now.getTime() - contest.age * HOUR);
    const creatorId = people[i % people.length]!;
    const cover = coverOf(creatorId, works, Math.floor(i / people.length));
    const crucibleId = await open(contest, { creatorId, cover, now, startedAt });
    if (contest.every === 0) continue;
    const entered = works.filter((_, at) => at % contest.every === i % contest.every);
    await enterAll(crucibleId, entered, new Date(startedAt.getTime() + HOUR / 5));
    const from = new Date(startedAt.getTime() + HOUR);
    if (contest.votesEach > 0) await judgeAll(crucibleId, { people, entered, votesEach: contest.votesEach, from });
  }
  await settleEndedCrucibles({ now });
}

/** The best piece that the creator made, or the next best of them. */
function coverOf(creatorId: number, works: Work[], next: number) {
  const own = works.filter(({ ownerId }) => ownerId === creatorId).sort((a, b) => b.care - a.care);
  return own[next]!.mediaId;
}

type Opening = { creatorId: number; cover: number; now: Date; startedAt: Date };

async function open({ name, description, age, fee }: Contest, { creatorId, cover, now, startedAt }: Opening) {
  const terms: Terms = {
    name,
    description,
    coverMediaId: cover,
    durationHours: 8,
    startsAt: age < 0 ? startedAt : null,
    entriesClose: "tenth",
    entryFee: fee,
    entriesPerPerson: 3,
    entriesCap: null,
    levels: 3,
    mediaKinds: 1,
    minSide: 0,
    baseModelIds: [],
    versionIds: [],
    enforced: false,
    prizes: [50, 30, 20],
    judgeRule: "anyone",
    judgeMinScore: 0,
  };
  const requestKey = `demo-${name}`;
  const opening = { creatorId, terms, requestKey, logSalt: requestKey, now: age < 0 ? now : startedAt };
  const opened = await write((tx) => openCrucible(tx, opening));
  if (!opened.ok) throw new Error(`The demo's contest ${name} was refused: ${opened.reason}.`);
  return opened.crucibleId;
}

async function enterAll(crucibleId: number, works: Work[], now: Date) {
  for (const { ownerId, mediaId } of works) {
    await write((tx) => enterCrucible(tx, { entrantId: ownerId, crucibleId, mediaIds: [mediaId], now }));
  }
}

type Judging = { people: number[]; entered: Work[]; votesEach: number; from: Date };

async function judgeAll(crucibleId: number, { people, entered, votesEach, from }: Judging) {
  const careOf = await caresOf(crucibleId, entered);
  for (const id of people) {
    const random = randomFrom(crucibleId * 1000 + id);
    const judge = { id, levels: 3, score: 0, supporter: false, barred: null };
    let now = from;
    await write((tx) => takeSeat(tx, { judge, crucibleId, now, random }));
    for (let vote = 0; vote < votesEach; vote++) {
      const pair = await pairBefore(crucibleId, id);
      if (!pair) break;
      now = new Date(now.getTime() + 3000 + random() * 9000);
      const better = careOf.get(pair.leftEntry)! - careOf.get(pair.rightEntry)!;
      const choice = random() < 1 / (1 + Math.exp(-5 * better)) ? "left" : "right";
      await write((tx) => castVote(tx, { judge, crucibleId, token: pair.token, choice, now, random }));
    }
  }
}

function pairBefore(crucibleId: number, judgeId: number) {
  const seat = and(eq(pairs.crucibleId, crucibleId), eq(pairs.judgeId, judgeId), eq(pairs.state, "current"));
  return reader().query.pairs.findFirst({ where: seat });
}

async function caresOf(crucibleId: number, works: Work[]) {
  const rows = await reader().query.entries.findMany({
    columns: { id: true, mediaId: true },
    where: (entries, { eq: is }) => is(entries.crucibleId, crucibleId),
  });
  return new Map(rows.map(({ id, mediaId }) => [id, works.find((work) => work.mediaId === mediaId)!.care]));
}
