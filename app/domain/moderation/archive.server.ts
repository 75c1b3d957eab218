import { eq } from "drizzle-orm";
import { reader } from "~/db/client";
import { auditLog, reports } from "~/db/schema/moderation";
import type { Archive } from "~/domain/subject/archive";
import { subjectOf } from "~/domain/subject/subject";

/** What one reported, and what moderators did about one. Both stay. */
export const archive: Archive = {
  async exportOf(userId) {
    const about = eq(auditLog.subject, subjectOf("user", userId));
    return {
      reports: await reader().select().from(reports).where(eq(reports.reporterId, userId)),
      moderation: await reader().select().from(auditLog).where(about),
    };
  },
};
