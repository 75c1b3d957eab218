import { and, eq, isNull } from "drizzle-orm";
import { reader } from "~/db/client";
import type { Tx } from "~/db/client";
import { emailLinks, sessions, users } from "~/db/schema/account";
import { endAllTokens } from "~/domain/token/authenticating.server";
import { passwordMatches } from "./passwords.server";

/** A new password. Every session and token ends, and links sent before no longer work. */
export async function changePassword(tx: Tx, { userId, passwordHash }: { userId: number; passwordHash: string }) {
  await tx
    .update(users)
    .set({ passwordHash })
    .where(and(eq(users.id, userId), isNull(users.deletedAt)));
  await tx.delete(sessions).where(eq(sessions.userId, userId));
  await endAllTokens(tx, userId);
  await tx
    .delete(emailLinks)
    .where(and(eq(emailLinks.userId, userId), eq(emailLinks.purpose, "reset-password"), isNull(emailLinks.usedAt)));
}

/** Whether this is the person's own password; for acts that ask for it again. Slow on purpose: call it before a verb. */
export async function isOwnPassword(userId: number, password: string) {
  const person = await reader().query.users.findFirst({ columns: { passwordHash: true }, where: eq(users.id, userId) });
  return passwordMatches(person?.passwordHash ?? null, password);
}
