import type { Tx } from "~/db/client";
import type { sides } from "~/db/schema/values";
import { afterVote, type Rating } from "../elo";
import { type Judge, judgingRefusal } from "./judges";
import type { Random } from "~/domain/contest/random";
import { fillSeat } from "./seat-filling.server";
import { type SeatPair, seatQueries, type Terms } from "./seat-queries.server";
import { voteStreak } from "./vote-streak";
import { voteQueries } from "./vote-queries.server";
import { weighBallot } from "./weighing.server";

type Side = (typeof sides)[number];
type AnswerInput = { judge: Judge; crucibleId: number; token: string; now: Date; random: Random };
type Weighed = Awaited<ReturnType<typeof weighBallot>>;
type OpenPair = { terms: Terms; pair: SeatPair };

/**
 * Counts a judge's choice between the two entries on their seat and moves the next pair up. The same pair answered again
 * changes nothing: `counted` is false. Refuses a pair that is not the one before this judge, and one with an entry that has
 * left meanwhile (another pair is then on the seat). Null: there is no such crucible.
 */
export async function castVote(tx: Tx, { choice, ...answer }: AnswerInput & { choice: Side }) {
  const asked = await pairAsked(tx, answer);
  if (!asked.open) return asked.reply;
  const { judge, now, random } = answer;
  const { terms, pair } = asked.open;
  await count(tx, { terms, pair, judge, choice, now });
  await fillSeat(tx, { terms: { ...terms, voteCount: terms.voteCount + 1 }, judge, now, random });
  return { ok: true, counted: true } as const;
}

/** Passes on a pair, which does not come back. Refuses as `castVote` does. */
export async function skipPair(tx: Tx, answer: AnswerInput) {
  const asked = await pairAsked(tx, answer);
  if (!asked.open) return asked.reply;
  const { judge, now, random } = answer;
  const { terms, pair } = asked.open;
  await seatQueries(tx).answer.run({ pair: pair.id, state: "skipped", now: now.getTime() });
  await seatQueries(tx).skip.run({ crucible: terms.id, judge: judge.id });
  await fillSeat(tx, { terms, judge, now, random });
  return { ok: true, counted: true } as const;
}

/** How many pairs a judge can give back in one crucible before giving one back counts as skipping it. */
const MAX_GIVEN_BACK = 10;

/** Gives back a pair of which a side could not be shown. It costs nothing, and does not come back. Refuses as `castVote` does. */
export async function giveBackPair(tx: Tx, answer: AnswerInput) {
  const asked = await pairAsked(tx, answer);
  if (!asked.open) return asked.reply;
  const { judge, now, random } = answer;
  const { terms, pair } = asked.open;
  const before = await seatQueries(tx).givenBack.get({ crucible: terms.id, judge: judge.id });
  if (before!.pairs >= MAX_GIVEN_BACK) return skipPair(tx, answer);
  await seatQueries(tx).giveBack.run({ pair: pair.id, now: now.getTime() });
  await fillSeat(tx, { terms, judge, now, random });
  return { ok: true, counted: true } as const;
}

/** The pair to be answered, or what there is to say instead. */
async function pairAsked(tx: Tx, { judge, crucibleId, token, now, random }: AnswerInput) {
  const terms = await seatQueries(tx).crucible.get({ crucible: crucibleId });
  if (!terms) return reply(null);
  const refusal = judgingRefusal(terms, judge, now);
  if (refusal) return reply(refusal);
  const pair = await seatQueries(tx).byToken.get({
    crucible: crucibleId,
    judge: judge.id,
    levels: judge.levels,
    token,
  });
  if (pair?.state === "voted" || pair?.state === "skipped") return reply({ ok: true, counted: false } as const);
  if (pair?.state !== "current" && pair?.state !== "dropped")
    return reply({ ok: false, reason: "not-your-pair" } as const);
  if (pair.state === "current" && pair.fit) return { open: { terms, pair } };
  await fillSeat(tx, { terms, judge, now, random });
  return reply({ ok: false, reason: "pair-gone" } as const);
}

function reply<T>(reply: T) {
  return { open: null, reply };
}

type Ballot = OpenPair & { judge: Judge; choice: Side; now: Date };
type Rated = { id: number; before: Rating };

async function count(tx: Tx, ballot: Ballot) {
  const { terms, pair, judge, choice, now } = ballot;
  const ids = choice === "left" ? [pair.left, pair.right] : [pair.right, pair.left];
  const [winner, loser] = [await ratingOf(tx, ids[0]!), await ratingOf(tx, ids[1]!)];
  const weighed = await weighBallot(tx, { crucibleId: terms.id, judge, pair, winner: winner.id, now });
  const lastVoteId = await writeVote(tx, ballot, { winner, loser, ...weighed });
  const after = afterVote(winner.before, loser.before, weighed.weight);
  await voteQueries(tx).rate.run({ entry: winner.id, ...after.winner });
  await voteQueries(tx).rate.run({ entry: loser.id, ...after.loser });
  await seatQueries(tx).answer.run({ pair: pair.id, state: "voted", now: now.getTime() });
  await tally(tx, ballot, { ...weighed, lastVoteId });
}

async function ratingOf(tx: Tx, id: number): Promise<Rated> {
  return { id, before: (await voteQueries(tx).rating.get({ entry: id }))! };
}

/** An answer can be taken back once, the one after that stands: null. */
async function writeVote(tx: Tx, ballot: Ballot, cast: Weighed & { winner: Rated; loser: Rated }) {
  const { terms, pair, judge, choice, now } = ballot;
  const { winner, loser, skips, weight, reasons, durationMs } = cast;
  const take = 1 + (await voteQueries(tx).takes.get({ pair: pair.id }))!.votes;
  const vote = await voteQueries(tx).cast.get({
    crucible: terms.id,
    judge: judge.id,
    pair: pair.id,
    take,
    winner: winner.id,
    winnerElo: winner.before.elo,
    winnerInfo: winner.before.info,
    loser: loser.id,
    loserElo: loser.before.elo,
    loserInfo: loser.before.info,
    side: choice,
    weight,
    reasons,
    skips,
    durationMs,
    control: pair.expected !== null,
    now,
  });
  return take === 1 ? vote!.id : null;
}

async function tally(tx: Tx, ballot: Ballot, { seat, record, lastVoteId }: Weighed & { lastVoteId: number | null }) {
  const { terms, pair, judge, choice, now } = ballot;
  const who = { crucible: terms.id, judge: judge.id };
  const session = 1 + voteStreak(seat, now);
  await voteQueries(tx).seat.run({ ...who, ...record, session, now: now.getTime(), lastVoteId });
  await voteQueries(tx).duel.run({
    ...who,
    low: Math.min(pair.left, pair.right),
    high: Math.max(pair.left, pair.right),
  });
  await voteQueries(tx).count.run({ ...who, left: choice === "left" ? 1 : 0, newJudges: seat.votes === 0 ? 1 : 0 });
}
