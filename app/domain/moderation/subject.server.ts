import { inArray } from "drizzle-orm";
import { reports } from "~/db/schema/moderation";
import type { Door } from "~/domain/subject/door";

/** Reports, for moderators. */
export const reportDoor: Door = {
  async find(db, { viewer, ids }) {
    if (!viewer.moderator) return new Map();
    const rows = await db
      .select({ id: reports.id, ownerId: reports.reporterId })
      .from(reports)
      .where(inArray(reports.id, ids));
    return new Map(
      rows.map(({ id, ownerId }) => [
        id,
        { name: `Report ${id}`, path: `/moderation/reports/${id}`, picture: null, ownerId },
      ]),
    );
  },
};
