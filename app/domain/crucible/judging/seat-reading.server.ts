import { reader } from "~/db/client";
import type { Db } from "~/db/client";
import { blindViewOf } from "~/domain/media/library.server";
import { type Judge, judgingRefusal } from "./judges";
import { type CandidateCounts, candidateCounts } from "../pairing/stored-candidates.server";
import { remainingPairs } from "../pairing/situation";
import { seatQueries } from "./seat-queries.server";
import { type SeatSides, seatViews } from "./seat-views.server";
import { voteStreak } from "./vote-streak";
import { UNDO_MS } from "./undo-window";

type ReadSeatInput = { judge: Judge; crucibleId: number; now: Date };
type StoredSeat = Awaited<ReturnType<ReturnType<typeof seatQueries>["seat"]["get"]>>;

/**
 * What the judge page shows: the pair to answer, the one to fetch early, and how far this judge has come. Writes nothing:
 * without a `current` pair, `offer` says whether `takeSeat` would find one, or why not. `left` is exact then, and else from
 * counts kept along the way: a little low when entries have left since the judge sat down. Refuses as `takeSeat` does. Null:
 * there is no such crucible.
 */
export async function readSeat({ judge, crucibleId, now }: ReadSeatInput) {
  const db = reader();
  const terms = await seatQueries(db).crucible.get({ crucible: crucibleId });
  if (!terms) return null;
  const refusal = judgingRefusal(terms, judge, now);
  if (refusal) return refusal;

  const who = { crucible: crucibleId, judge: judge.id, levels: judge.levels };
  const seat = await seatQueries(db).seat.get(who);
  const size = await candidateCounts(db, crucibleId, judge);
  const onSeat = (await seatViews(db).sides.all(who)).filter(({ fit }) => fit);
  const [current, next] = [pairAt(onSeat, "current"), pairAt(onSeat, "next")];
  const had = current ? seat!.pairs : (await seatQueries(db).pairsHad.get(who))!.pairs;
  const left = remainingPairs(size.open, had - onSeat.length);
  const progress = { ...(await standing(db, who, seat, now)), left: Math.max(left, onSeat.length) };
  return {
    ok: true,
    current,
    next,
    offer: offer(current, size, left),
    undo: await undoOf(db, seat, now),
    progress,
  } as const;
}

type Who = { crucible: number; judge: number; levels: number };
type Pair = ReturnType<typeof toPair>;

function pairAt(onSeat: SeatSides[], state: SeatSides["state"]) {
  const pair = onSeat.find((one) => one.state === state);
  return pair ? toPair(pair) : null;
}

function toPair({ token, left, right }: SeatSides) {
  return { token, left: toSide(left), right: toSide(right) };
}

function toSide({ duels, seatKey, ...row }: SeatSides["left"]) {
  const { level: _, ...view } = blindViewOf(row, seatKey);
  return { ...view, duels: roughly(duels) };
}

const STEPS = [500, 200, 100, 50, 20, 10, 5, 1];

/** How many duels at least: an exact count could be looked up on the leaderboard. */
function roughly(duels: number) {
  return STEPS.find((step) => duels >= step) ?? 0;
}

function offer(current: Pair | null, size: CandidateCounts, left: number) {
  if (current) return null;
  if (size.open < 2) return "too-few-entries";
  return left > 0 ? "take-seat" : "caught-up";
}

async function standing(db: Db, who: Who, seat: StoredSeat, now: Date) {
  const { judges } = (await seatViews(db).header.get(who))!;
  const votes = seat?.votes ?? 0;
  const ahead = (await seatViews(db).ahead.get({ ...who, votes }))!.judges;
  const allVotes = (await seatViews(db).allVotes.get(who))!.votes;
  const session = seat ? voteStreak(seat, now) : 0;
  return { session, votes, allVotes, rank: votes > 0 ? ahead + 1 : null, judges };
}

/** The answer that can still be taken back, by the token its pair had. */
async function undoOf(db: Db, seat: StoredSeat, now: Date) {
  if (!seat?.lastVoteId || !seat.lastVoteAt) return null;
  const until = new Date(seat.lastVoteAt.getTime() + UNDO_MS);
  if (now >= until) return null;
  const { token } = (await seatViews(db).lastToken.get({ vote: seat.lastVoteId }))!;
  return { token, until };
}
