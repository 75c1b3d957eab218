import { z } from "zod";
import { PAIR_KINDS } from "../weights/too-fast";
import { TIE_LINKS } from "../rating/placing";
import { WEIGHT_REASONS } from "../weights/vote-weight";

// One object per line of the log of an ended crucible, in this order: the crucible, its entries, votes and voids as they
// came, the transfers of its pool, its standings, the outcome. Times are milliseconds since 1970, ids the site's own.

const id = z.number().int().nonnegative();
const time = z.number().int();
const count = z.number().int().nonnegative();
const weight = z.number().min(0).max(1);
const reasons = z.array(z.enum(WEIGHT_REASONS));

const Crucible = z.strictObject({
  type: z.literal("crucible"),
  /** The rules it is settled by. */
  version: z.union([z.literal(1), z.literal(2)]),
  id,
  name: z.string(),
  entryFee: count,
  percents: z.array(z.number().int().min(1)).min(1),
  endedAt: time,
});
const Entry = z.strictObject({ type: z.literal("entry"), id, enteredAt: time, ranked: z.boolean() });
const Vote = z.strictObject({
  type: z.literal("vote"),
  seq: id,
  at: time,
  judge: z.string(),
  winner: id,
  loser: id,
  side: z.enum(["left", "right"]),
  seconds: z.number().nonnegative(),
  kind: z.enum(PAIR_KINDS),
  /** The entry that a control pair expects to win; null for any other pair. */
  expected: id.nullable(),
  skips: count,
  weight,
  reasons,
  settledWeight: weight,
  settledReasons: reasons,
});
const Void = z.strictObject({
  type: z.literal("void"),
  vote: id,
  at: time,
  by: z.enum(["judge", "moderator"]),
  reason: z.string(),
});
const Transfer = z.strictObject({
  type: z.literal("transfer"),
  id,
  at: time,
  kind: z.enum(["entry-fee", "refund", "prize", "remainder"]),
  entry: id.nullable(),
  amount: z.number().int().positive(),
});
const Standing = z.strictObject({
  type: z.literal("standing"),
  place: z.number().int().positive(),
  entry: id,
  live: z.number(),
  settled: z.number(),
  votes: count,
  wins: count,
  losses: count,
  tie: z.enum(TIE_LINKS).nullable(),
  prize: count,
});
const Outcome = z.strictObject({
  type: z.literal("outcome"),
  outcome: z.enum(["placed", "no-contest", "empty"]),
  remainder: count,
});

export const LogRow = z.discriminatedUnion("type", [Crucible, Entry, Vote, Void, Transfer, Standing, Outcome]);
export type LogRow = z.infer<typeof LogRow>;
export type RowOf<T extends LogRow["type"]> = Extract<LogRow, { type: T }>;
export type Numbered<T extends LogRow["type"]> = RowOf<T> & { line: number };
