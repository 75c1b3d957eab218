import { and, eq, isNull, ne } from "drizzle-orm";
import { reader } from "~/db/client";
import type { Tx } from "~/db/client";
import { sessions, users } from "~/db/schema/account";
import { passwordMatches } from "./passwords.server";

type Change = {
  userId: number;
  passwordHash: string;
  /** The session in which it is changed; all others end. Null ends all. */
  keepSessionId: number | null;
};

/** A new password. Whoever was signed in elsewhere no longer is. */
export async function changePassword(tx: Tx, { userId, passwordHash, keepSessionId }: Change) {
  await tx.update(users).set({ passwordHash }).where(and(eq(users.id, userId), isNull(users.deletedAt)));
  const others = keepSessionId === null ? undefined : ne(sessions.id, keepSessionId);
  await tx.delete(sessions).where(and(eq(sessions.userId, userId), others));
}

/** Whether this is the person's own password; for acts that ask for it again. Slow on purpose: call it before a verb. */
export async function isOwnPassword(userId: number, password: string) {
  const person = await reader().query.users.findFirst({ columns: { passwordHash: true }, where: eq(users.id, userId) });
  return passwordMatches(person?.passwordHash ?? null, password);
}
