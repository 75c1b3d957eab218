import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { createHash, randomBytes } from "node:crypto";
import type { Tx } from "~/db/client";
import { letters, users } from "~/db/schema/account";
import type { letterPurposes } from "~/db/schema/values";
import { changePassword } from "./changing-password.server";

export type LetterPurpose = (typeof letterPurposes)[number];

/** How long the link in a letter works, in milliseconds. */
const letterLife: Record<LetterPurpose, number> = { "verify-email": 24 * 3_600_000, "reset-password": 3_600_000 };

/**
 * A one-time link for a person's own address; older ones of the same purpose stop working. Returns the token that only the
 * letter knows: send it after the transaction. Null when there is nobody, or no address, or nothing left to verify.
 */
export async function writeLetter(
  tx: Tx,
  { userId, purpose, now }: { userId: number; purpose: LetterPurpose; now: Date },
) {
  const person = await tx.query.users.findFirst({
    columns: { username: true, email: true, emailVerifiedAt: true },
    where: and(eq(users.id, userId), isNull(users.deletedAt)),
  });
  if (!person?.email || (purpose === "verify-email" && person.emailVerifiedAt)) return null;
  await tx.delete(letters).where(and(eq(letters.userId, userId), eq(letters.purpose, purpose), isNull(letters.usedAt)));
  const token = randomBytes(32).toString("base64url");
  const expiresAt = new Date(now.getTime() + letterLife[purpose]);
  await tx.insert(letters).values({ tokenHash: hashed(token), userId, purpose, email: person.email, expiresAt });
  return { token, email: person.email, username: person.username };
}

/** The letter to someone who forgot their password. Null when nobody has this address: the page says the same either way. */
export async function writeResetLetter(tx: Tx, { email, now }: { email: string; now: Date }) {
  const person = await tx.query.users.findFirst({
    columns: { id: true },
    where: and(sql`${users.email} = ${email} COLLATE NOCASE`, isNull(users.deletedAt), isNull(users.bannedAt)),
  });
  return person ? writeLetter(tx, { userId: person.id, purpose: "reset-password", now }) : null;
}

/** The address in the letter is this person's. Refuses a link that is used, too old, or for an address they no longer have. */
export async function verifyEmail(tx: Tx, { token, now }: { token: string; now: Date }) {
  const letter = await open(tx, "verify-email", token, now);
  if (!letter) return { ok: false, reason: "stale-link" } as const;
  await confirmAddress(tx, letter, now);
  return { ok: true, userId: letter.userId } as const;
}

/** A new password by a letter: every session ends, and the address is proved along the way. Refuses as `verifyEmail` does. */
export async function resetPassword(
  tx: Tx,
  { token, passwordHash, now }: { token: string; passwordHash: string; now: Date },
) {
  const letter = await open(tx, "reset-password", token, now);
  if (!letter) return { ok: false, reason: "stale-link" } as const;
  await changePassword(tx, { userId: letter.userId, passwordHash });
  await confirmAddress(tx, letter, now);
  return { ok: true, userId: letter.userId } as const;
}

type Letter = { userId: number; email: string };

/** Compare-and-set: a link opens once. */
async function open(tx: Tx, purpose: LetterPurpose, token: string, now: Date): Promise<Letter | null> {
  const same = and(eq(letters.tokenHash, hashed(token)), eq(letters.purpose, purpose));
  const fresh = and(isNull(letters.usedAt), gt(letters.expiresAt, now));
  const theirs = sql`EXISTS (SELECT 1 FROM users u WHERE u.id = ${letters.userId} AND u.email = ${letters.email} COLLATE NOCASE
    AND u.deleted_at IS NULL AND u.banned_at IS NULL)`;
  const [letter] = await tx
    .update(letters)
    .set({ usedAt: now })
    .where(and(same, fresh, theirs))
    .returning({ userId: letters.userId, email: letters.email });
  return letter ?? null;
}

async function confirmAddress(tx: Tx, { userId }: Letter, now: Date) {
  const unproved = and(eq(users.id, userId), isNull(users.emailVerifiedAt));
  await tx.update(users).set({ emailVerifiedAt: now }).where(unproved);
}

function hashed(token: string) {
  return createHash("sha256").update(token).digest("base64url");
}
