import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "~/db/client";
import { auditLog } from "~/db/schema/moderation";
import { isActiveUser } from "~/domain/account/account-status.server";
import { grantBuzz } from "~/domain/wallet/granting.server";
import type { Act } from "./acting.server";
import { audit } from "./auditing.server";
import { canGrant } from "./rules";

type GrantInput = Act & { userId: number; amount: number; requestKey: string };

/** `grantBuzz`, written down, once for each form. Refuses moderators who mean themselves, and for who has left. */
export async function grant(tx: Tx, { userId, amount, requestKey, moderator, reason, now }: GrantInput) {
  if (!canGrant(moderator, userId)) return { ok: false, reason: "not-yourself" } as const;
  if (!(await isActiveUser(tx, userId))) return { ok: false, reason: "no-wallet" } as const;
  const done = await grantBuzz(tx, { userId, amount, requestKey, moderatorId: moderator.id, reason, now });
  const subject = `user:${userId}` as const;
  if (!done.ok || (await isNoted(tx, moderator.id, subject, requestKey))) return done;
  await audit(tx, { actorId: moderator.id, action: "grant", subject, reason, data: { amount, requestKey }, now });
  return done;
}

function isNoted(tx: Tx, actorId: number, subject: string, requestKey: string) {
  const same = sql`json_extract(${auditLog.data}, '$.requestKey') = ${requestKey}`;
  return tx.$count(auditLog, and(eq(auditLog.subject, subject), eq(auditLog.actorId, actorId), same));
}
