import { and, eq, lte } from "drizzle-orm";
import type { Tx } from "~/db/client";
import { idempotencyKeys } from "~/db/schema/api";

const HOURS_KEPT = 24;

/** What this person's request with this key was answered, if it was. */
export async function findKept(tx: Tx, { userId, key }: { userId: number; key: string }) {
  const rows = await tx
    .select()
    .from(idempotencyKeys)
    .where(and(eq(idempotencyKeys.userId, userId), eq(idempotencyKeys.key, key)));
  return rows[0] ?? null;
}

type Kept = { userId: number; key: string; fingerprint: string; status: number; body: string; now: Date };

export async function keepAnswer(tx: Tx, { now, ...kept }: Kept) {
  await tx.insert(idempotencyKeys).values({ ...kept, createdAt: now });
}

/** Forgets answers after a day. */
export async function purgeIdempotencyKeys(tx: Tx, now: Date) {
  const until = new Date(now.getTime() - HOURS_KEPT * 3_600_000);
  await tx.delete(idempotencyKeys).where(lte(idempotencyKeys.createdAt, until));
}
