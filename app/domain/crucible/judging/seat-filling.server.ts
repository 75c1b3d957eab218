import type { Tx } from "~/db/client";
import type { Judge } from "./judges";
import { choosePair, type Pair } from "../pairing/choosing";
import { PAIRING } from "../pairing/constants";
import { seenLimit, type Situation } from "../pairing/situation";
import { candidateCounts, storedCandidates } from "../pairing/stored-candidates.server";
import type { Random } from "~/domain/contest/random";
import { type SeatPair, seatQueries, type Terms } from "./seat-queries.server";

export type FillSeatInput = { terms: Terms; judge: Judge; now: Date; random: Random };

const ORDER = ["current", "next", "held"] as const;

/**
 * Puts two pairs on the seat, as far as there are any: those waiting there move up, new ones are chosen after them. Pairs
 * that this judge may no longer see leave; `dropped` is true when the one before the judge's eyes did.
 */
export async function fillSeat(tx: Tx, sitting: FillSeatInput) {
  const waiting = await pairsOnSeat(tx, sitting);
  const gone = waiting.filter(({ fit }) => !fit);
  for (const pair of gone) await drop(tx, sitting, pair);
  const kept = waiting.filter(({ fit }) => fit);
  for (const [i, pair] of kept.entries()) await moveTo(tx, sitting, pair, ORDER[i]!);
  let pairs = kept.length;
  for (const state of ORDER.slice(pairs, 2)) if (await serve(tx, sitting, state)) pairs += 1;
  return { pairs, dropped: gone.some(({ state }) => state === "current") };
}

async function pairsOnSeat(tx: Tx, { terms, judge }: FillSeatInput) {
  const found = await seatQueries(tx).onSeat.all({ crucible: terms.id, judge: judge.id, levels: judge.levels });
  return ORDER.flatMap((state) => found.filter((pair) => pair.state === state));
}

/** Whoever stops browsing a level gets other pairs for it: that is a skip as well. */
async function drop(tx: Tx, { terms, judge }: FillSeatInput, pair: SeatPair) {
  await seatQueries(tx).move.run({ pair: pair.id, state: "dropped" });
  await seatQueries(tx).skip.run({ crucible: terms.id, judge: judge.id });
  await seatQueries(tx).countPairs.run({ crucible: terms.id, judge: judge.id, more: -1 });
}

async function moveTo(tx: Tx, { now }: FillSeatInput, pair: SeatPair, state: (typeof ORDER)[number]) {
  if (pair.state === state) return;
  if (state === "current") await seatQueries(tx).show.run({ pair: pair.id, now: now.getTime() });
  else await seatQueries(tx).move.run({ pair: pair.id, state });
}

async function serve(tx: Tx, sitting: FillSeatInput, state: (typeof ORDER)[number]) {
  const { terms, judge, now, random } = sitting;
  const pair = await choose(tx, sitting);
  if (!pair) return false;
  const { left, right, expected } = pair;
  const who = { crucible: terms.id, judge: judge.id };
  const statements = seatQueries(tx);
  const video = (await statements.videos.all({ left, right })).length > 0;
  const sides = { left, right, low: Math.min(left, right), high: Math.max(left, right) };
  const shownAt = state === "current" ? now.getTime() : null;
  await statements.serve.run({ ...who, ...sides, token: randomToken(random), state, video, expected, now, shownAt });
  for (const entry of [left, right]) await statements.expose.run({ ...who, entry });
  await statements.countPairs.run({ ...who, more: 1 });
  return true;
}

async function choose(tx: Tx, { terms, judge, now, random }: FillSeatInput): Promise<Pair | null> {
  const size = await candidateCounts(tx, terms.id, judge);
  if (size.open < 2) return null;
  const seat = await seatQueries(tx).seat.get({ crucible: terms.id, judge: judge.id });
  const situation = situationOf(terms, { entries: size.all, judgeVotes: seat!.votes }, now);
  const tiredAt = seenLimit(situation, PAIRING);
  const field = storedCandidates(tx, {
    crucibleId: terms.id,
    lastNumber: terms.lastNumber,
    judge,
    size,
    tiredAt,
    random,
  });
  return choosePair(field, situation, random);
}

function situationOf(terms: Terms, counts: Pick<Situation, "entries" | "judgeVotes">, now: Date): Situation {
  const run = terms.endsAt.getTime() - terms.startsAt.getTime();
  return {
    ...counts,
    votes: terms.voteCount,
    percents: terms.prizes,
    elapsed: (now.getTime() - terms.startsAt.getTime()) / run,
    open: now < terms.entriesCloseAt,
  };
}

/** 20 letters and digits. A token helps nobody but the judge it was served to, so it need not be a secret. */
export function randomToken(random: Random) {
  return Array.from({ length: 20 }, () => Math.floor(random() * 36).toString(36)).join("");
}
