import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { createHash, randomBytes } from "node:crypto";
import { reader } from "~/db/client";
import type { Tx } from "~/db/client";
import { emailLinks, users } from "~/db/schema/account";
import type { emailPurposes } from "~/db/schema/values";
import { grantSignUp } from "~/domain/wallet/granting.server";
import { changePassword } from "./changing-password.server";

export type EmailPurpose = (typeof emailPurposes)[number];

/** How long the link in an email works, in milliseconds. */
const linkLifetime: Record<EmailPurpose, number> = { "verify-email": 24 * 3_600_000, "reset-password": 3_600_000 };

/**
 * A one-time link for a person's own address; older ones of the same purpose stop working. Returns the token that only the
 * letter knows: send it after the transaction. Null when there is nobody, or no address, or nothing left to verify.
 */
export async function createEmailLink(
  tx: Tx,
  { userId, purpose, now }: { userId: number; purpose: EmailPurpose; now: Date },
) {
  const person = await tx.query.users.findFirst({
    columns: { username: true, email: true, emailVerifiedAt: true },
    where: and(eq(users.id, userId), isNull(users.deletedAt)),
  });
  if (!person?.email || (purpose === "verify-email" && person.emailVerifiedAt)) return null;
  await tx
    .delete(emailLinks)
    .where(and(eq(emailLinks.userId, userId), eq(emailLinks.purpose, purpose), isNull(emailLinks.usedAt)));
  const token = randomBytes(32).toString("base64url");
  const expiresAt = new Date(now.getTime() + linkLifetime[purpose]);
  await tx.insert(emailLinks).values({ tokenHash: hashed(token), userId, purpose, email: person.email, expiresAt });
  return { token, email: person.email, username: person.username };
}

/**
 * The link for someone who forgot their password. Null when nobody has this address, and while the last link still works, so
 * that nobody's mailbox can be flooded: the page says the same either way.
 */
export async function createResetLink(tx: Tx, { email, now }: { email: string; now: Date }) {
  const person = await tx.query.users.findFirst({
    columns: { id: true },
    where: and(sql`${users.email} = ${email} COLLATE NOCASE`, isNull(users.deletedAt), isNull(users.bannedAt)),
  });
  if (!person || (await hasOpenLink(tx, person.id, now))) return null;
  return createEmailLink(tx, { userId: person.id, purpose: "reset-password", now });
}

async function hasOpenLink(tx: Tx, userId: number, now: Date) {
  const sent = and(eq(emailLinks.userId, userId), eq(emailLinks.purpose, "reset-password"));
  return (await tx.$count(emailLinks, and(sent, isNull(emailLinks.usedAt), gt(emailLinks.expiresAt, now)))) > 0;
}

/**
 * The address in the link is this person's, which brings the sign-up grant if it hasn't come yet. Refuses a link that is used, too old, or for an
 * address they no longer have.
 */
export async function verifyEmail(tx: Tx, { token, grant, now }: { token: string; grant: number; now: Date }) {
  const link = await open(tx, "verify-email", token, now);
  if (!link) return { ok: false, reason: "stale-link" } as const;
  await confirmAddress(tx, link, { grant, now });
  return { ok: true, userId: link.userId } as const;
}

/** A new password by an emailed link: every session ends, and the address is proved along the way. Refuses as `verifyEmail` does. */
export async function resetPassword(
  tx: Tx,
  { token, passwordHash, grant, now }: { token: string; passwordHash: string; grant: number; now: Date },
) {
  const link = await open(tx, "reset-password", token, now);
  if (!link) return { ok: false, reason: "stale-link" } as const;
  await changePassword(tx, { userId: link.userId, passwordHash });
  await confirmAddress(tx, link, { grant, now });
  return { ok: true, userId: link.userId } as const;
}

/** Whom a link was sent to, for the rules of passwords; undefined for a token that is none. */
export async function ownerOfLink(token: string) {
  const [owner] = await reader()
    .select({ username: users.username, email: users.email })
    .from(emailLinks)
    .innerJoin(users, eq(users.id, emailLinks.userId))
    .where(eq(emailLinks.tokenHash, hashed(token)));
  return owner;
}

type EmailLink = { userId: number; email: string };

/** Compare-and-set: a link opens once. */
async function open(tx: Tx, purpose: EmailPurpose, token: string, now: Date): Promise<EmailLink | null> {
  const same = and(eq(emailLinks.tokenHash, hashed(token)), eq(emailLinks.purpose, purpose));
  const fresh = and(isNull(emailLinks.usedAt), gt(emailLinks.expiresAt, now));
  const theirs = sql`EXISTS (SELECT 1 FROM users u WHERE u.id = ${emailLinks.userId} AND u.email = ${emailLinks.email} COLLATE NOCASE
    AND u.deleted_at IS NULL AND u.banned_at IS NULL)`;
  const [link] = await tx
    .update(emailLinks)
    .set({ usedAt: now })
    .where(and(same, fresh, theirs))
    .returning({ userId: emailLinks.userId, email: emailLinks.email });
  return link ?? null;
}

async function confirmAddress(tx: Tx, { userId }: EmailLink, { grant, now }: { grant: number; now: Date }) {
  const unproved = and(eq(users.id, userId), isNull(users.emailVerifiedAt));
  await tx.update(users).set({ emailVerifiedAt: now }).where(unproved);
  await grantSignUp(tx, { userId, amount: grant, now });
}

function hashed(token: string) {
  return createHash("sha256").update(token).digest("base64url");
}
