import { and, asc, eq, gt, isNotNull, isNull, sql } from "drizzle-orm";
import { reader } from "~/db/client";
import type { Db, Tx } from "~/db/client";
import { users } from "~/db/schema/account";
import { reports } from "~/db/schema/moderation";
import { recordEvent } from "~/domain/event/recording.server";
import type { Viewer } from "~/domain/media/content-ratings";
import { find } from "~/domain/subject/finding.server";
import type { ReportableKind } from "~/domain/subject/kinds";
import { audit } from "./auditing.server";

type About = { subjectKind: ReportableKind; subjectId: number };
type ReportInput = About & { reporter: Viewer & { id: number }; reason: string; now: Date };

/**
 * Tells moderators about something that the reporter can see. Refuses a second report of the same while the first is open;
 * null when there is no such thing for them.
 */
export async function report(tx: Tx, { reporter, subjectKind, subjectId, reason, now }: ReportInput) {
  if (!(await isThere(tx, reporter, { subjectKind, subjectId }))) return null;
  const [filed] = await tx
    .insert(reports)
    .values({ reporterId: reporter.id, subjectKind, subjectId, reason, createdAt: now })
    .onConflictDoNothing()
    .returning({ id: reports.id });
  if (!filed) return { ok: false, reason: "reported-already" } as const;
  const data = { subjectKind, subjectId };
  await recordEvent(tx, { kind: "report-filed", subject: `report:${filed.id}`, actorId: reporter.id, data, now });
  return { ok: true } as const;
}

/** Whether there is such a thing for this viewer. */
export function reportable(viewer: Viewer, about: About) {
  return isThere(reader(), viewer, about);
}

async function isThere(db: Db, viewer: Viewer, { subjectKind, subjectId }: About) {
  return (await find(db, viewer, { kind: subjectKind, id: subjectId })) !== null;
}

type ResolveReportInput = { moderatorId: number; reportId: number; resolution: string; now: Date };

/** Closes a report with words. Refuses when somebody was faster; null when there is no such report. */
export async function resolveReport(tx: Tx, { moderatorId, reportId, resolution, now }: ResolveReportInput) {
  const [closed] = await tx
    .update(reports)
    .set({ resolvedAt: now, resolvedBy: moderatorId, resolution })
    .where(and(eq(reports.id, reportId), isNull(reports.resolvedAt)))
    .returning();
  if (!closed) return (await tx.$count(reports, eq(reports.id, reportId))) === 0 ? null : refuse("resolved-already");
  const { subjectKind, subjectId } = closed;
  const act = {
    actorId: moderatorId,
    action: "resolve-report",
    subject: `report:${reportId}`,
    reason: resolution,
    now,
  } as const;
  await audit(tx, { ...act, data: { subjectKind, subjectId } });
  return { ok: true } as const;
}

type Filters = { open?: boolean; after?: number; limit?: number };

/** Reports, the oldest first, with who reported and how many others are open about the same. */
export async function readReports({ open = true, after, limit = 50 }: Filters = {}) {
  const found = await reader()
    .select({
      id: reports.id,
      reporter: { id: reports.reporterId, username: users.username },
      subjectKind: reports.subjectKind,
      subjectId: reports.subjectId,
      reason: reports.reason,
      createdAt: reports.createdAt,
      resolvedAt: reports.resolvedAt,
      resolution: reports.resolution,
      openAboutSame: sql<number>`(SELECT count(*) FROM reports r WHERE r.resolved_at IS NULL
        AND r.subject_kind = ${reports.subjectKind} AND r.subject_id = ${reports.subjectId})`,
    })
    .from(reports)
    .leftJoin(users, eq(users.id, reports.reporterId))
    .where(
      and(open ? isNull(reports.resolvedAt) : isNotNull(reports.resolvedAt), after ? gt(reports.id, after) : undefined),
    )
    .orderBy(asc(reports.id))
    .limit(limit + 1);
  const items = found.slice(0, limit);
  return { items, next: found.length > limit ? items.at(-1)!.id : null };
}

/** One report; null when there is none of this number. */
export async function readReport(reportId: number) {
  return (await reader().query.reports.findFirst({ where: eq(reports.id, reportId) })) ?? null;
}

function refuse(reason: "resolved-already") {
  return { ok: false, reason } as const;
}
