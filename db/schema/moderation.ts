import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { id, instant } from "./columns";

export const reports = sqliteTable(
  "reports",
  {
    id: id(),
    reporterId: integer().notNull(),
    /** A trigger asks `subject_kinds` whether it can be reported. */
    subjectKind: text().notNull(),
    subjectId: integer().notNull(),
    reason: text().notNull(),
    createdAt: instant().notNull(),
    resolvedAt: instant(),
    resolvedBy: integer(),
    resolution: text(),
  },
  (t) => [
    uniqueIndex("reports_once")
      .on(t.reporterId, t.subjectKind, t.subjectId)
      .where(sql`${t.resolvedAt} IS NULL`),
    index("reports_open")
      .on(t.id)
      .where(sql`${t.resolvedAt} IS NULL`),
  ],
);

/** Every act of a moderator, with the reason given. Append-only by triggers. */
export const auditLog = sqliteTable(
  "audit_log",
  {
    id: id(),
    actorId: integer().notNull(),
    action: text().notNull(),
    subject: text().notNull(),
    reason: text().notNull(),
    data: text({ mode: "json" }).$type<Record<string, unknown>>().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [index("audit_log_subject").on(t.subject, t.id)],
);
