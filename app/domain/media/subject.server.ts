import { and, eq, inArray, sql } from "drizzle-orm";
import { media } from "~/db/schema/media";
import type { Door } from "~/domain/subject/door";
import { addressOf } from "~/domain/subject/subject";
import { mediaColumns, viewOf } from "./library.server";
import { visibleTo } from "./visibility.server";

/** Media, for those whose levels show them. */
export const mediaDoor: Door = {
  async find(db, { viewer, ids }) {
    const rows = await db
      .select({ ...mediaColumns, ownerId: media.ownerId })
      .from(media)
      .where(and(inArray(media.id, ids), visibleTo(viewer)));
    return new Map(
      rows.map(({ ownerId, ...row }) => [
        row.id,
        { name: null, path: addressOf({ kind: "media", id: row.id })!, picture: viewOf(row), ownerId },
      ]),
    );
  },
  isVisible: (viewer, id) => sql`EXISTS (SELECT 1 FROM ${media} WHERE ${and(eq(media.id, id), visibleTo(viewer))})`,
};
