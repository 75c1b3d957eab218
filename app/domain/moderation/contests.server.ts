import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "~/db/client";
import { auditLog } from "~/db/schema/moderation";
import { cancelCrucible } from "~/domain/crucible/cancelling.server";
import { disqualifyEntry } from "~/domain/crucible/disqualifying.server";
import { voidJudge } from "~/domain/crucible/voiding.server";
import { grantBuzz } from "~/domain/wallet/granting.server";
import { audit } from "./auditing.server";

type Act = { moderatorId: number; reason: string; now: Date };

/** `cancelCrucible`, written down. */
export async function cancel(tx: Tx, { crucibleId, ...act }: Act & { crucibleId: number }) {
  const done = await cancelCrucible(tx, { crucibleId, ...act });
  if (done?.ok) await note(tx, act, { action: "cancel-crucible", subject: `crucible:${crucibleId}` });
  return done;
}

/** `disqualifyEntry`, written down. */
export async function disqualify(tx: Tx, { entryId, ...act }: Act & { entryId: number }) {
  const done = await disqualifyEntry(tx, { entryId, ...act });
  if (done?.ok) await note(tx, act, { action: "disqualify-entry", subject: `entry:${entryId}` });
  return done;
}

type Voiding = Act & { crucibleId: number; judgeId: number };

/** `voidJudge`, written down. */
export async function voidVotesOf(tx: Tx, { crucibleId, judgeId, ...act }: Voiding) {
  const done = await voidJudge(tx, { crucibleId, judgeId, ...act });
  if (done?.ok) await note(tx, act, { action: "void-votes", subject: `crucible:${crucibleId}`, data: { judgeId, votes: done.votes } });
  return done;
}

type Grant = Act & { userId: number; amount: number; requestKey: string };

/** `grantBuzz`, written down, once for each form. */
export async function grant(tx: Tx, { userId, amount, requestKey, ...act }: Grant) {
  const done = await grantBuzz(tx, { userId, amount, requestKey, ...act });
  const subject = `user:${userId}` as const;
  if (!done.ok || (await isNoted(tx, act.moderatorId, subject, requestKey))) return done;
  await note(tx, act, { action: "grant", subject, data: { amount, requestKey } });
  return done;
}

function isNoted(tx: Tx, actorId: number, subject: string, requestKey: string) {
  const same = sql`json_extract(${auditLog.data}, '$.requestKey') = ${requestKey}`;
  return tx.$count(auditLog, and(eq(auditLog.subject, subject), eq(auditLog.actorId, actorId), same));
}

type Noted = Pick<Parameters<typeof audit>[1], "action" | "subject" | "data">;

function note(tx: Tx, { moderatorId, reason, now }: Act, noted: Noted) {
  return audit(tx, { actorId: moderatorId, reason, now, ...noted });
}
