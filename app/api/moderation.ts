import { z } from "zod";
import { readAuditLog } from "~/domain/moderation/auditing.server";
import { auditActions } from "~/domain/moderation/desk";
import { readReports } from "~/domain/moderation/reporting.server";
import { endpoint } from "./endpoint";
import { ModeratorAction, actionRefusals, perform } from "./moderator-actions";
import { Instant, Paging, Person, numberAfter, page } from "./shapes";

/** Null once they have left. */
const Someone = Person.nullable();

const Report = z.object({
  id: z.number().int(),
  reporter: Someone,
  subject: z.string(),
  reason: z.string(),
  createdAt: Instant,
  resolvedAt: Instant.nullable(),
  resolution: z.string().nullable(),
  openAboutSame: z.number().int(),
});

const reports = endpoint({
  method: "GET",
  path: "/admin/moderation/reports",
  who: "moderator",
  scope: "admin",
  summary: "List reports, oldest first",
  query: Paging.extend({ status: z.enum(["open", "resolved"]).default("open") }),
  output: page(Report),
  run: async ({ query }) => {
    const asked = { open: query.status === "open", after: numberAfter(query.after), limit: query.limit };
    const { items, next } = await readReports(asked);
    return { ok: true, value: { items: items.map(reportOf), next: next === null ? null : String(next) } };
  },
});

type ReportRow = Awaited<ReturnType<typeof readReports>>["items"][number];

function reportOf({ subjectKind, subjectId, reporter, createdAt, resolvedAt, ...row }: ReportRow) {
  const times = { createdAt: createdAt.toISOString(), resolvedAt: resolvedAt?.toISOString() ?? null };
  return { ...row, reporter: someone(reporter), subject: `${subjectKind}:${subjectId}`, ...times };
}

function someone({ id, username }: { id: number | null; username: string | null }) {
  return id !== null && username !== null ? { id, username } : null;
}

const act = endpoint({
  method: "POST",
  path: "/admin/moderation/actions",
  who: "moderator",
  scope: "admin",
  summary: "Take a moderator’s action",
  description: "Recorded in the audit log with its reason.",
  body: ModeratorAction,
  refusals: actionRefusals,
  run: ({ caller, body, now, change }) =>
    change(async (tx) => {
      const done = await perform(tx, body, { moderator: caller!, now });
      if (!done) return { ok: false, reason: "not-found" };
      return done.ok ? { ok: true, value: undefined } : { ok: false, reason: done.reason };
    }),
});

const AuditEntry = z.object({
  id: z.number().int(),
  actor: Someone,
  action: z.string(),
  subject: z.string(),
  reason: z.string(),
  data: z.record(z.string(), z.unknown()),
  createdAt: Instant,
});

const AuditQuery = Paging.extend({
  actorId: z.coerce.number().int().positive().optional(),
  action: z.enum(auditActions).optional(),
  subject: z.string().max(100).optional(),
});

const log = endpoint({
  method: "GET",
  path: "/admin/audit",
  who: "moderator",
  scope: "admin",
  summary: "Read the audit log, newest first",
  query: AuditQuery,
  output: page(AuditEntry),
  run: async ({ query: { after, ...query } }) => {
    const { items, next } = await readAuditLog({ ...query, before: numberAfter(after) });
    return { ok: true, value: { items: items.map(auditedOf), next: next === null ? null : String(next) } };
  },
});

type AuditRow = Awaited<ReturnType<typeof readAuditLog>>["items"][number];

function auditedOf({ actor, createdAt, data, ...row }: AuditRow) {
  return { ...row, actor: someone(actor), data: { ...data }, createdAt: createdAt.toISOString() };
}

export const moderationEndpoints = [reports, act, log];
