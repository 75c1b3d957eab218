import { and, eq, gt, lte } from "drizzle-orm";
import { reader } from "~/db/client";
import type { Tx } from "~/db/client";
import { drafts } from "~/db/schema/draft";
import { mergeStep } from "~/domain/contest/drafting";
import type { Typed } from "~/domain/contest/drafting";
import { steps } from "./forms";
import type { Step } from "./forms";
import { descriptionLength, draftDays } from "../schema";

const DAY = 86_400_000;
const KIND = "crucible";
const LONGEST_TEXT = 2 * descriptionLength;
const LONGEST_LISTED = 50;

type SaveDraftInput = { userId: number; step: Step; typed: Typed; now: Date };

/**
 * Keeps what was typed into one step, right or wrong, for 30 days from now; the other steps stay. Fields that are not
 * of this step are left out. There is one draft for each person and kind.
 */
export async function saveDraft(tx: Tx, { userId, step, typed, now }: SaveDraftInput) {
  const before = await findDraft(tx, userId, now);
  const own = Object.fromEntries(Object.entries(typed).map(([field, value]) => [field, cut(value)]));
  const data = mergeStep((before?.data ?? {}) as Typed, own, steps[step]);
  const kept = { data, updatedAt: now, expiresAt: new Date(now.getTime() + draftDays * DAY) };
  await tx
    .insert(drafts)
    .values({ userId, kind: KIND, ...kept })
    .onConflictDoUpdate({ target: [drafts.userId, drafts.kind], set: kept });
}

// Every page of the wizard shows the draft: it holds what is too long as far as that shows that it is too long.
function cut(value: string | string[]) {
  return typeof value === "string" ? value.slice(0, LONGEST_TEXT) : value.map((one) => one.slice(0, LONGEST_LISTED));
}

/** The person's draft as it was typed, or null when there is none or it is too old. */
export async function readDraft(userId: number, now: Date) {
  return (await findDraft(reader(), userId, now)) ?? null;
}

/** Throws a person's draft away; without one, does nothing. */
export async function discardDraft(tx: Tx, userId: number) {
  await tx.delete(drafts).where(and(eq(drafts.userId, userId), eq(drafts.kind, KIND)));
}

/** Throws away the drafts of any kind that nobody came back to. Returns how many. */
export async function purgeDrafts(tx: Tx, now: Date) {
  const gone = await tx.delete(drafts).where(lte(drafts.expiresAt, now)).returning({ userId: drafts.userId });
  return gone.length;
}

/** The person's draft inside a transaction; undefined when there is none or it is too old. */
export function findDraft(db: Tx, userId: number, now: Date) {
  return db.query.drafts.findFirst({
    columns: { data: true, updatedAt: true, expiresAt: true },
    where: and(eq(drafts.userId, userId), eq(drafts.kind, KIND), gt(drafts.expiresAt, now)),
  });
}
