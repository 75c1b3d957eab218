import { and, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "~/db/client";
import { users } from "~/db/schema/account";
import { auditLog } from "~/db/schema/moderation";
import { cancelCrucible } from "~/domain/crucible/settling/cancelling.server";
import { competes } from "~/domain/crucible/entering/competing.server";
import { disqualifyEntry } from "~/domain/crucible/entering/disqualifying.server";
import { voidJudge } from "~/domain/crucible/judging/voiding.server";
import { grantBuzz } from "~/domain/wallet/granting.server";
import { audit } from "./auditing.server";
import { isAdmin, mayFavour, type Moderator } from "./rules";

type Act = { moderator: Moderator; reason: string; now: Date };

/** `cancelCrucible`, written down. Refuses moderators who have an entry in it; only admins may decide in their own cause. */
export async function cancel(tx: Tx, { crucibleId, ...act }: Act & { crucibleId: number }) {
  if (await isParty(tx, act, { crucibleId })) return ownInterest;
  const done = await cancelCrucible(tx, { crucibleId, ...by(act) });
  if (done?.ok) await note(tx, act, { action: "cancel-crucible", subject: `crucible:${crucibleId}` });
  return done;
}

/** `disqualifyEntry`, written down. Refuses as `cancel` does. */
export async function disqualify(tx: Tx, { entryId, ...act }: Act & { entryId: number }) {
  if (await isParty(tx, act, { entryId })) return ownInterest;
  const done = await disqualifyEntry(tx, { entryId, ...by(act) });
  if (done?.ok) await note(tx, act, { action: "disqualify-entry", subject: `entry:${entryId}` });
  return done;
}

type Voiding = Act & { crucibleId: number; judgeId: number };

/** `voidJudge`, written down. Refuses as `cancel` does. */
export async function voidVotesOf(tx: Tx, { crucibleId, judgeId, ...act }: Voiding) {
  if (await isParty(tx, act, { crucibleId })) return ownInterest;
  const done = await voidJudge(tx, { crucibleId, judgeId, ...by(act) });
  if (done?.ok)
    await note(tx, act, {
      action: "void-votes",
      subject: `crucible:${crucibleId}`,
      data: { judgeId, votes: done.votes },
    });
  return done;
}

type Grant = Act & { userId: number; amount: number; requestKey: string };

/** `grantBuzz`, written down, once for each form. Refuses moderators who mean themselves, and for who has left. */
export async function grant(tx: Tx, { userId, amount, requestKey, ...act }: Grant) {
  if (!mayFavour(act.moderator, userId)) return { ok: false, reason: "not-yourself" } as const;
  if (!(await isHere(tx, userId))) return { ok: false, reason: "no-wallet" } as const;
  const done = await grantBuzz(tx, { userId, amount, requestKey, ...by(act) });
  const subject = `user:${userId}` as const;
  if (!done.ok || (await isNoted(tx, act.moderator.id, subject, requestKey))) return done;
  await note(tx, act, { action: "grant", subject, data: { amount, requestKey } });
  return done;
}

async function isHere(tx: Tx, userId: number) {
  return (await tx.$count(users, and(eq(users.id, userId), isNull(users.deletedAt)))) === 1;
}

const ownInterest = { ok: false, reason: "own-interest" } as const;

async function isParty(tx: Tx, { moderator }: Act, contest: { crucibleId: number } | { entryId: number }) {
  return !isAdmin(moderator) && (await competes(tx, { userId: moderator.id, ...contest }));
}

function by({ moderator, reason, now }: Act) {
  return { moderatorId: moderator.id, reason, now };
}

function isNoted(tx: Tx, actorId: number, subject: string, requestKey: string) {
  const same = sql`json_extract(${auditLog.data}, '$.requestKey') = ${requestKey}`;
  return tx.$count(auditLog, and(eq(auditLog.subject, subject), eq(auditLog.actorId, actorId), same));
}

type Noted = Pick<Parameters<typeof audit>[1], "action" | "subject" | "data">;

function note(tx: Tx, { moderator, reason, now }: Act, noted: Noted) {
  return audit(tx, { actorId: moderator.id, reason, now, ...noted });
}
