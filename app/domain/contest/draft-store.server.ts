import { and, eq, gt, lte } from "drizzle-orm";
import { reader } from "~/db/client";
import type { Tx } from "~/db/client";
import { drafts } from "~/db/schema/draft";
import { mergeStep } from "./drafting";
import type { Typed } from "./drafting";

const DAY = 86_400_000;
const LONGEST_LISTED = 300;

/** What drafts of one kind of contest are kept like. */
export type DraftKind = { kind: string; days: number; longestText: number };

type SaveDraftInput = { userId: number; fields: readonly string[]; typed: Typed; now: Date };

/**
 * Keeps what was typed into one step, right or wrong, for some days from now; the other steps stay. Fields that are not
 * of this step are left out. There is one draft for each person and kind.
 */
export async function saveDraft(tx: Tx, { kind, days, longestText }: DraftKind, input: SaveDraftInput) {
  const { userId, fields, typed, now } = input;
  const before = await findDraft(tx, kind, userId, now);
  const own = Object.fromEntries(Object.entries(typed).map(([field, value]) => [field, cut(value, longestText)]));
  const data = mergeStep((before?.data ?? {}) as Typed, own, fields);
  const kept = { data, updatedAt: now, expiresAt: new Date(now.getTime() + days * DAY) };
  await tx
    .insert(drafts)
    .values({ userId, kind, ...kept })
    .onConflictDoUpdate({ target: [drafts.userId, drafts.kind], set: kept });
}

// Every page of a wizard shows the draft: it holds what is too long as far as that shows that it is too long.
function cut(value: string | string[], longestText: number) {
  return typeof value === "string" ? value.slice(0, longestText) : value.map((one) => one.slice(0, LONGEST_LISTED));
}

/** The person's draft as it was typed, or null when there is none or it is too old. */
export async function readDraft(kind: string, userId: number, now: Date) {
  return (await findDraft(reader(), kind, userId, now)) ?? null;
}

/** Throws a person's draft away; without one, does nothing. */
export async function discardDraft(tx: Tx, kind: string, userId: number) {
  await tx.delete(drafts).where(and(eq(drafts.userId, userId), eq(drafts.kind, kind)));
}

/** Throws away the drafts of any kind that nobody came back to. Returns how many. */
export async function purgeDrafts(tx: Tx, now: Date) {
  const gone = await tx.delete(drafts).where(lte(drafts.expiresAt, now)).returning({ userId: drafts.userId });
  return gone.length;
}

/** The person's draft inside a transaction; undefined when there is none or it is too old. */
export function findDraft(db: Tx, kind: string, userId: number, now: Date) {
  return db.query.drafts.findFirst({
    columns: { data: true, updatedAt: true, expiresAt: true },
    where: and(eq(drafts.userId, userId), eq(drafts.kind, kind), gt(drafts.expiresAt, now)),
  });
}
