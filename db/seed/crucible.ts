import { and, eq } from "drizzle-orm";
import { reader } from "../client";
import { pairs } from "../schema/judging";
import { write } from "../write";
import { enterCrucible } from "~/domain/crucible/entering/entering.server";
import { castVote } from "~/domain/crucible/judging/judging.server";
import { openCrucible } from "~/domain/crucible/opening/opening.server";
import type { Terms } from "~/domain/crucible/schema";
import { takeSeat } from "~/domain/crucible/judging/seating.server";
import { settleEndedCrucibles } from "~/domain/crucible/settling/settling.server";
import { randomFrom } from "./drawing/noise";
import type { Demo, DemoPart, DemoMedia } from "./demo";
import { contests } from "./drawing/themes";
import type { Contest } from "./drawing/themes";

const HOUR = 3_600_000;

/** How long each of them runs. */
const HOURS = 8;

export const demo: DemoPart = { order: 10, run: runDemoContests };

/** Contests in every state: one settled and paid, one about to end, one in full run, one yet to start. */
async function runDemoContests(demo: Demo) {
  const opened: Opened[] = [];
  for (const [i, contest] of contests.entries()) opened.push(await openOne(contest, i, demo));
  const acts = opened.filter(({ entered }) => entered.length > 0).flatMap((one) => actsOf(one, demo));
  // Whatever moves Buzz or is told to people happens in the order of its time.
  for (const { act } of acts.sort((a, b) => a.at - b.at)) await act();
}

type Opened = { crucibleId: number; contest: Contest; startedAt: number; entered: DemoMedia[] };

async function openOne(contest: Contest, i: number, { people, works, now }: Demo): Promise<Opened> {
  const startedAt = new Date(now.getTime() - contest.age * HOUR);
  const creatorId = people[i % people.length]!;
  const cover = coverOf(creatorId, works, Math.floor(i / people.length));
  const crucibleId = await open(contest, { creatorId, cover, now, startedAt });
  const entered = contest.every > 0 ? works.filter((_, at) => at % contest.every === i % contest.every) : [];
  return { crucibleId, contest, startedAt: startedAt.getTime(), entered };
}

function actsOf({ crucibleId, contest, startedAt, entered }: Opened, { people, now }: Demo) {
  const [entering, judging, end] = [startedAt + HOUR / 5, startedAt + HOUR, startedAt + HOURS * HOUR];
  const { votesEach } = contest;
  const acts = [{ at: entering, act: () => enterAll(crucibleId, entered, new Date(entering)) }];
  if (votesEach > 0)
    acts.push({
      at: judging,
      act: () => judgeAll(crucibleId, { people, entered, votesEach, from: new Date(judging) }),
    });
  if (end <= now.getTime())
    acts.push({ at: end, act: async () => void (await settleEndedCrucibles({ now: new Date(end) })) });
  return acts;
}

/** The best piece that the creator made, or the next best of them. */
function coverOf(creatorId: number, works: DemoMedia[], next: number) {
  const own = works.filter(({ ownerId }) => ownerId === creatorId).sort((a, b) => b.care - a.care);
  return own[next]!.mediaId;
}

type OpenDemoInput = { creatorId: number; cover: number; now: Date; startedAt: Date };

async function open(contest: Contest, { creatorId, cover, now, startedAt }: OpenDemoInput) {
  const { name, age } = contest;
  const requestKey = `demo-${name}`;
  const opening = {
    creatorId,
    terms: termsOf(contest, cover, startedAt),
    requestKey,
    logSalt: requestKey,
    now: age < 0 ? now : startedAt,
  };
  const opened = await write((tx) => openCrucible(tx, opening));
  if (!opened.ok) throw new Error(`The demo's contest ${name} was refused: ${opened.reason}.`);
  return opened.crucibleId;
}

function termsOf({ name, description, age, fee }: Contest, cover: number, startedAt: Date): Terms {
  return {
    name,
    description,
    coverMediaId: cover,
    durationHours: HOURS,
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
}

async function enterAll(crucibleId: number, works: DemoMedia[], now: Date) {
  for (const { ownerId, mediaId } of works) {
    await write((tx) => enterCrucible(tx, { entrantId: ownerId, crucibleId, mediaIds: [mediaId], now }));
  }
}

type Judging = { people: number[]; entered: DemoMedia[]; votesEach: number; from: Date };

async function judgeAll(crucibleId: number, { people, entered, votesEach, from }: Judging) {
  const careOf = await caresOf(crucibleId, entered);
  for (const id of people) {
    const random = randomFrom(crucibleId * 1000 + id);
    const judge = { id, levels: 3, score: 0, supporter: false, barrier: null };
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

async function caresOf(crucibleId: number, works: DemoMedia[]) {
  const rows = await reader().query.entries.findMany({
    columns: { id: true, mediaId: true },
    where: (entries, { eq: is }) => is(entries.crucibleId, crucibleId),
  });
  return new Map(rows.map(({ id, mediaId }) => [id, works.find((work) => work.mediaId === mediaId)!.care]));
}
