import { randomUUID } from "node:crypto";
import { and, asc, eq, inArray, lte, or, sql } from "drizzle-orm";
import { reader } from "~/db/client";
import type { Tx } from "~/db/client";
import { challenges } from "~/db/schema/challenge";
import { challengeDuels, challengeReviews } from "~/db/schema/challenge-entry";
import { write } from "~/db/write";

/** After so long a claim is taken to be that of a process that is gone. */
const STALE_MS = 300_000;

type Table = typeof challengeReviews | typeof challengeDuels;

function isDue(table: Table, now: Date) {
  return or(
    and(eq(table.state, "due"), lte(table.nextAt, now)),
    and(eq(table.state, "claimed"), lte(table.claimedAt, new Date(now.getTime() - STALE_MS))),
  )!;
}

/** Challenges with reviews or duels that a model is to be asked about now, those asked about least in this run first. */
async function challengesWith(table: Table, now: Date, served: ReadonlyMap<number, number>) {
  const rows = await reader()
    .select({ id: table.challengeId, since: sql<number>`min(${table.nextAt})` })
    .from(table)
    .innerJoin(challenges, eq(challenges.id, table.challengeId))
    .where(
      and(isDue(table, now), inArray(challenges.status, ["active", "completing"]), eq(challenges.judgedBy, "model")),
    )
    .groupBy(table.challengeId);
  return rows.sort((a, b) => (served.get(a.id) ?? 0) - (served.get(b.id) ?? 0) || a.since - b.since);
}

export type Claimed =
  | { kind: "review"; row: typeof challengeReviews.$inferSelect; claim: string }
  | { kind: "duel"; row: typeof challengeDuels.$inferSelect; claim: string };

/** Takes the next question that is due, each challenge in turn; nobody else takes it while its claim is fresh. Null: none. */
export async function claimNext(now: Date, served: Map<number, number>): Promise<Claimed | null> {
  for (const table of [challengeReviews, challengeDuels] as const) {
    for (const { id } of await challengesWith(table, now, served)) {
      const claim = randomUUID();
      const row = await write((tx) => claimOne(tx, table, { challengeId: id, claim, now }));
      if (!row) continue;
      served.set(id, (served.get(id) ?? 0) + 1);
      return { kind: table === challengeReviews ? "review" : "duel", row, claim } as Claimed;
    }
  }
  return null;
}

type ClaimOne = { challengeId: number; claim: string; now: Date };

async function claimOne(tx: Tx, table: Table, { challengeId, claim, now }: ClaimOne) {
  const [next] = await tx
    .select({ id: table.id })
    .from(table)
    .where(and(eq(table.challengeId, challengeId), isDue(table, now)))
    .orderBy(asc(table.nextAt), asc(table.id))
    .limit(1);
  if (!next) return null;
  const set = { state: "claimed" as const, claim, claimedAt: now };
  const [row] = await tx.update(table).set(set).where(eq(table.id, next.id)).returning();
  return row ?? null;
}

/** Gives a claim back: to be asked again from `nextAt`, or to be judged by hand. */
export function giveBack(
  tx: Tx,
  { kind, row, claim }: Claimed,
  after: { nextAt: Date; tries: number; byHand?: boolean },
) {
  const { byHand, ...rest } = after;
  const gone = { claim: null, claimedAt: null, ...rest };
  if (kind === "duel") {
    const state = byHand ? ("given-up" as const) : ("due" as const);
    const own = and(eq(challengeDuels.id, row.id), eq(challengeDuels.claim, claim));
    return tx
      .update(challengeDuels)
      .set({ ...gone, state })
      .where(own);
  }
  const state = byHand ? ("by-hand" as const) : ("due" as const);
  const own = and(eq(challengeReviews.id, row.id), eq(challengeReviews.claim, claim));
  return tx
    .update(challengeReviews)
    .set({ ...gone, state })
    .where(own);
}
