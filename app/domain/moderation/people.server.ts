import { and, desc, isNotNull, isNull, lt, ne, or, sql } from "drizzle-orm";
import { reader } from "~/db/client";
import type { Tx } from "~/db/client";
import { users } from "~/db/schema/account";
import type { memberships, roles } from "~/db/schema/values";
import {
  findAccountStatus,
  isLastAdmin,
  letIn,
  setMembership,
  setRole,
  banUser,
} from "~/domain/account/account-status.server";
import { revokeSessions } from "~/domain/account/session-list.server";
import { endAllTokens } from "~/domain/token/authenticating.server";
import { audit } from "./auditing.server";
import { isAdmin, canGrant, canBan, type Moderator } from "./rules";

type Role = (typeof roles)[number];
type BanInput = { moderator: Moderator; userId: number; reason: string; now: Date };

/** Shuts a person out and ends their sessions. Refuses for oneself, for moderators unless an admin does it, and twice. */
export async function ban(tx: Tx, { moderator, userId, reason, now }: BanInput) {
  const person = await findAccountStatus(tx, userId);
  if (!person) return null;
  const refusal = refusalFor(moderator, person) ?? (person.bannedAt ? refuse("banned-already") : null);
  if (refusal) return refusal;
  await banUser(tx, { userId, reason, now });
  await audit(tx, { actorId: moderator.id, action: "ban", subject: `user:${userId}`, reason, now });
  return { ok: true } as const;
}

/** Lets a person in again. Refuses for oneself, for moderators unless an admin does it, and who is not banned. */
export async function unban(tx: Tx, { moderator, userId, reason, now }: BanInput) {
  const person = await findAccountStatus(tx, userId);
  if (!person) return null;
  const refusal = refusalFor(moderator, person) ?? (person.bannedAt ? null : refuse("not-banned"));
  if (refusal) return refusal;
  await letIn(tx, userId);
  await audit(tx, { actorId: moderator.id, action: "unban", subject: `user:${userId}`, reason, now });
  return { ok: true } as const;
}

/**
 * Makes somebody a moderator, an admin, or neither. Signed out everywhere, since what they may
 * do has changed. Admins only (null for others); refuses to leave the site without one.
 */
export async function changeRole(tx: Tx, { moderator, userId, role, reason, now }: BanInput & { role: Role }) {
  const person = isAdmin(moderator) ? await findAccountStatus(tx, userId) : null;
  if (!person) return null;
  if (person.role === "admin" && role !== "admin" && (await isLastAdmin(tx, userId))) return refuse("last-admin");
  await setRole(tx, { userId, role });
  await revokeSessions(tx, userId);
  await endAllTokens(tx, userId);
  const data = { from: person.role, to: role };
  await audit(tx, { actorId: moderator.id, action: "change-role", subject: `user:${userId}`, reason, data, now });
  return { ok: true } as const;
}

type ChangeMembershipInput = BanInput & { membership: (typeof memberships)[number] };

/** Makes somebody a supporter, or not. Refuses moderators who mean themselves. */
export async function changeMembership(tx: Tx, { moderator, userId, membership, reason, now }: ChangeMembershipInput) {
  const person = await findAccountStatus(tx, userId);
  if (!person) return null;
  if (!canGrant(moderator, userId)) return refuse("not-yourself");
  await setMembership(tx, { userId, membership });
  const data = { from: person.membership, to: membership };
  await audit(tx, { actorId: moderator.id, action: "change-membership", subject: `user:${userId}`, reason, data, now });
  return { ok: true } as const;
}

type Search = { words?: string; only?: "banned" | "moderators"; before?: number; limit?: number };

/** People whose name or address holds the words, the newest first. */
export async function searchPeople({ words = "", only, before, limit = 50 }: Search = {}) {
  const like = `%${words.trim().replace(/[\\%_]/g, "\\$&")}%`;
  const named = or(sql`${users.username} LIKE ${like} ESCAPE '\\'`, sql`${users.email} LIKE ${like} ESCAPE '\\'`);
  const kind =
    only === "banned" ? isNotNull(users.bannedAt) : only === "moderators" ? ne(users.role, "user") : undefined;
  const { id, username, email, role, membership, score, bannedAt, banReason, createdAt } = users;
  const found = await reader()
    .select({ id, username, email, role, membership, score, bannedAt, banReason, createdAt })
    .from(users)
    .where(
      and(isNull(users.deletedAt), words.trim() ? named : undefined, kind, before ? lt(users.id, before) : undefined),
    )
    .orderBy(desc(users.id))
    .limit(limit + 1);
  const items = found.slice(0, limit);
  return { items, next: found.length > limit ? items.at(-1)!.id : null };
}

function refusalFor(moderator: Moderator, person: Moderator) {
  if (moderator.id === person.id) return refuse("not-yourself");
  return canBan(moderator, person) ? null : refuse("above-you");
}

function refuse<R extends "not-yourself" | "above-you" | "banned-already" | "not-banned" | "last-admin">(reason: R) {
  return { ok: false, reason } as const;
}
