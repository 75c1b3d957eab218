import { and, desc, eq, lt } from "drizzle-orm";
import { reader } from "~/db/client";
import type { Tx } from "~/db/client";
import { users } from "~/db/schema/account";
import { auditLog } from "~/db/schema/moderation";
import type { Subject } from "~/domain/subject/kinds";
import type { AuditAction } from "./desk";

type AuditInput = {
  actorId: number;
  action: AuditAction;
  /** What it was done to. */
  subject: Subject | `model:${number}` | `model-version:${number}` | "models";
  reason: string;
  data?: Record<string, unknown>;
  now: Date;
};

/** Writes an act of a moderator down, in the transaction in which it is done. */
export async function audit(tx: Tx, { actorId, action, subject, reason, data = {}, now }: AuditInput) {
  await tx.insert(auditLog).values({ actorId, action, subject, reason, data, createdAt: now });
}

type Filters = { actorId?: number; action?: AuditAction; subject?: string; before?: number; limit?: number };

/** What moderators did, the latest first, by who, what and to what; the cursor of the next page is null on the last. */
export async function readAuditLog({ limit = 50, ...filters }: Filters = {}) {
  const found = await reader()
    .select({
      id: auditLog.id,
      actor: { id: auditLog.actorId, username: users.username },
      action: auditLog.action,
      subject: auditLog.subject,
      reason: auditLog.reason,
      data: auditLog.data,
      createdAt: auditLog.createdAt,
    })
    .from(auditLog)
    .leftJoin(users, eq(users.id, auditLog.actorId))
    .where(matching(filters))
    .orderBy(desc(auditLog.id))
    .limit(limit + 1);
  const items = found.slice(0, limit);
  return { items, next: found.length > limit ? items.at(-1)!.id : null };
}

function matching({ actorId, action, subject, before }: Filters) {
  return and(
    actorId ? eq(auditLog.actorId, actorId) : undefined,
    action ? eq(auditLog.action, action) : undefined,
    subject ? eq(auditLog.subject, subject) : undefined,
    before ? lt(auditLog.id, before) : undefined,
  );
}
