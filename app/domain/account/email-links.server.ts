import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { createHash, randomBytes } from "node:crypto";
import type { Tx } from "~/db/client";
import { emailLinks, users } from "~/db/schema/account";
import type { emailPurposes } from "~/db/schema/values";
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

/** The link for someone who forgot their password. Null when nobody has this address: the page says the same either way. */
export async function createResetLink(tx: Tx, { email, now }: { email: string; now: Date }) {
  const person = await tx.query.users.findFirst({
    columns: { id: true },
    where: and(sql`${users.email} = ${email} COLLATE NOCASE`, isNull(users.deletedAt), isNull(users.bannedAt)),
  });
  return person ? createEmailLink(tx, { userId: person.id, purpose: "reset-password", now }) : null;
}

/** The address in the link is this person's. Refuses a link that is used, too old, or for an address they no longer have. */
export async function verifyEmail(tx: Tx, { token, now }: { token: string; now: Date }) {
  const link = await open(tx, "verify-email", token, now);
  if (!link) return { ok: false, reason: "stale-link" } as const;
  await confirmAddress(tx, link, now);
  return { ok: true, userId: link.userId } as const;
}

/** A new password by an emailed link: every session ends, and the address is proved along the way. Refuses as `verifyEmail` does. */
export async function resetPassword(
  tx: Tx,
  { token, passwordHash, now }: { token: string; passwordHash: string; now: Date },
) {
  const link = await open(tx, "reset-password", token, now);
  if (!link) return { ok: false, reason: "stale-link" } as const;
  await changePassword(tx, { userId: link.userId, passwordHash });
  await confirmAddress(tx, link, now);
  return { ok: true, userId: link.userId } as const;
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

async function confirmAddress(tx: Tx, { userId }: EmailLink, now: Date) {
  const unproved = and(eq(users.id, userId), isNull(users.emailVerifiedAt));
  await tx.update(users).set({ emailVerifiedAt: now }).where(unproved);
}

function hashed(token: string) {
  return createHash("sha256").update(token).digest("base64url");
}
