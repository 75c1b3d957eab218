import { and, eq, isNull, ne } from "drizzle-orm";
import type { Tx } from "~/db/client";
import { users } from "~/db/schema/account";
import type { memberships, roles } from "~/db/schema/values";
import { endAllTokens } from "~/domain/token/authenticating.server";
import { revokeSessions } from "./session-list.server";

/** A person's standing on the site; undefined for somebody who left. */
export function findAccountStatus(tx: Tx, userId: number) {
  return tx.query.users.findFirst({
    columns: { id: true, role: true, membership: true, bannedAt: true },
    where: and(eq(users.id, userId), isNull(users.deletedAt)),
  });
}

export async function isActiveUser(tx: Tx, userId: number) {
  return (await tx.$count(users, and(eq(users.id, userId), isNull(users.deletedAt)))) === 1;
}

/** Whether nobody else could give somebody a role. */
export async function isLastAdmin(tx: Tx, userId: number) {
  const others = and(eq(users.role, "admin"), ne(users.id, userId), isNull(users.bannedAt), isNull(users.deletedAt));
  return (await tx.$count(users, others)) === 0;
}

/** Shuts a person out, and ends their sessions. */
export async function banUser(tx: Tx, { userId, reason, now }: { userId: number; reason: string; now: Date }) {
  await tx.update(users).set({ bannedAt: now, banReason: reason }).where(eq(users.id, userId));
  await revokeSessions(tx, userId);
  await endAllTokens(tx, userId);
}

export async function letIn(tx: Tx, userId: number) {
  await tx.update(users).set({ bannedAt: null, banReason: null }).where(eq(users.id, userId));
}

export async function setRole(tx: Tx, { userId, role }: { userId: number; role: (typeof roles)[number] }) {
  await tx.update(users).set({ role }).where(eq(users.id, userId));
}

type Membership = { userId: number; membership: (typeof memberships)[number] };

export async function setMembership(tx: Tx, { userId, membership }: Membership) {
  await tx.update(users).set({ membership }).where(eq(users.id, userId));
}
