import { and, asc, eq, gt, inArray } from "drizzle-orm";
import type { Db } from "~/db/client";
import { entries } from "~/db/schema/entry";
import { transfers } from "~/db/schema/wallet";
import { pseudonymOf } from "~/domain/contest/pseudonym";
import type { EndedContest } from "./contest-reads.server";
import type { FinalOrder, Standing } from "../rating/final-order";
import type { LogRow, RowOf } from "./vote-log";
import { VOIDED, type Weighed } from "../weights/vote-weight";

/**
 * The rows of the public log that are fixed when a crucible ends: itself, its entries, its votes and voids as they came.
 * `weights` are those of the votes that were not voided, in order.
 */
export function* voteRows(
  { crucible, ranked, cast, voids }: EndedContest,
  weights: readonly Weighed[],
): Generator<LogRow> {
  yield crucibleRow(crucible);
  for (const entry of ranked) yield entryRow(entry);
  const pseudonyms = pseudonymsOf(cast, crucible.logSalt);
  const voided = new Set(voids.map(({ voteId }) => voteId));
  let [nth, next] = [0, 0];
  for (const vote of cast) {
    while (voids[next] && voids[next]!.upToVote < vote.id) yield voidRow(voids[next++]!);
    yield voteRow(vote, pseudonyms.get(vote.judgeId)!, voided.has(vote.id) ? VOIDED : weights[nth++]!);
  }
  while (voids[next]) yield voidRow(voids[next++]!);
}

function crucibleRow({ id, name, entryFee, prizes, endsAt, rules }: EndedContest["crucible"]) {
  const version = rules === 1 ? 1 : 2;
  const endedAt = endsAt.getTime();
  return { type: "crucible", version, id, name, entryFee, percents: prizes, endedAt } satisfies RowOf<"crucible">;
}

function entryRow({ id, createdAt, disqualifiedAt }: EndedContest["ranked"][number]) {
  return { type: "entry", id, enteredAt: createdAt.getTime(), ranked: !disqualifiedAt } satisfies RowOf<"entry">;
}

function pseudonymsOf(cast: EndedContest["cast"], logSalt: string) {
  const judges = new Set(cast.map(({ judgeId }) => judgeId));
  return new Map([...judges].map((judgeId) => [judgeId, pseudonymOf(logSalt, judgeId)]));
}

// With its keys in order, and all in one literal: a million of them are written and hashed.
function voteRow(vote: EndedContest["cast"][number], judge: string, settled: Weighed) {
  return {
    at: vote.at,
    expected: vote.expected,
    judge,
    kind: vote.isVideo ? "video" : "images",
    loser: vote.loserId,
    reasons: vote.reasons,
    seconds: vote.durationMs / 1000,
    seq: vote.id,
    settledReasons: settled.reasons,
    settledWeight: settled.weight,
    side: vote.side,
    skips: vote.skips,
    type: "vote",
    weight: vote.weight,
    winner: vote.winnerId,
  } satisfies RowOf<"vote">;
}

function voidRow({ voteId, actorId, judgeId, createdAt, reason }: EndedContest["voids"][number]) {
  const by = actorId === judgeId ? "judge" : "moderator";
  return { type: "void", vote: voteId, at: createdAt.getTime(), by, reason } satisfies RowOf<"void">;
}

type Placed = Omit<Standing, "holds" | "firmness">;

/** The standings, best first, with the live ratings of `field`. */
export function standingRows(ranked: EndedContest["ranked"], standings: readonly Placed[]) {
  const live = new Map(ranked.map(({ id, elo }) => [id, elo]));
  return standings.map((one) => standingRow(one, live.get(one.entry)!));
}

// With its keys in order, as a vote's.
function standingRow({ entry, place, settled, votes, wins, losses, tie, prize }: Placed, live: number) {
  return { entry, live, losses, place, prize, settled, tie, type: "standing", votes, wins } satisfies RowOf<"standing">;
}

export function outcomeRow({ outcome, remainder }: Pick<FinalOrder, "outcome" | "remainder">) {
  return { type: "outcome", outcome, remainder: outcome === "no-contest" ? 0 : remainder } satisfies RowOf<"outcome">; // then every fee went back
}

/** What went into the pool and out of it, in order, from the transfer after `after` on. */
export async function transferRows(db: Db, crucibleId: number, after = 0) {
  const { id, feeTransferId } = entries;
  const all = await db.select({ id, feeTransferId }).from(entries).where(eq(entries.crucibleId, crucibleId));
  const entryOf = new Map(all.map((entry) => [entry.feeTransferId, entry.id]));
  return (await readTransfers(db, crucibleId, after)).map((row) => transferRow(row, entryOf));
}

const ofThePool = ["entry-fee", "refund", "prize", "remainder"] as const;

function readTransfers(db: Db, crucibleId: number, after: number) {
  const { id, kind, amount, createdAt, idempotencyKey, refundOf } = transfers;
  return db
    .select({ id, kind, amount, createdAt, idempotencyKey, refundOf })
    .from(transfers)
    .where(and(eq(transfers.subject, `crucible:${crucibleId}`), inArray(kind, [...ofThePool]), gt(id, after)))
    .orderBy(asc(id));
}

type Transfer = Awaited<ReturnType<typeof readTransfers>>[number];

function transferRow(
  { id, kind, amount, createdAt, idempotencyKey, refundOf }: Transfer,
  entryOf: Map<number | null, number>,
) {
  const entry = kind === "prize" ? Number(idempotencyKey.split(":")[2]) : entryOf.get(refundOf ?? id);
  const of = kind as (typeof ofThePool)[number];
  return {
    amount,
    at: createdAt.getTime(),
    entry: entry ?? null,
    id,
    kind: of,
    type: "transfer",
  } satisfies RowOf<"transfer">;
}
