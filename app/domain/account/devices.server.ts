import { and, eq, isNull } from "drizzle-orm";
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { reader } from "~/db/client";
import { users } from "~/db/schema/account";

/**
 * Marks a browser in which this person has proved who they are: what it keeps to be told from guests at the next sign-in
 * (OWASP's device cookie). Signed with the account's own password hash: nothing is stored, and a new password forgets every
 * browser. Null for an account without a password.
 */
export async function createDeviceToken(userId: number) {
  const key = await keyOf(userId);
  const device = randomBytes(16).toString("base64url");
  return key && `${userId}.${device}.${signature(key, userId, device)}`;
}

/** The browser that a mark of this account's stands for; null when it is not one. */
export async function verifyDeviceToken(userId: number, mark: string) {
  const [owner, device, signed] = mark.split(".");
  if (owner !== String(userId) || !device || !signed) return null;
  const key = await keyOf(userId);
  return key && isSame(signed, signature(key, userId, device)) ? device : null;
}

async function keyOf(userId: number) {
  const person = await reader().query.users.findFirst({
    columns: { passwordHash: true },
    where: and(eq(users.id, userId), isNull(users.deletedAt)),
  });
  return person?.passwordHash ?? null;
}

function signature(key: string, userId: number, device: string) {
  return createHmac("sha256", key).update(`device ${userId} ${device}`).digest("base64url");
}

function isSame(one: string, other: string) {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
