import { and, eq, inArray, sql } from "drizzle-orm";
import { media } from "~/db/schema/media";
import type { Door } from "~/domain/subject/door";
import { mediaColumns, viewOf } from "./library.server";
import { openTo } from "./visibility.server";

/** Media, for those who may see them with their owner. */
export const mediaDoor: Door = {
  async find(db, { viewer, ids }) {
    const rows = await db
      .select({ ...mediaColumns, ownerId: media.ownerId })
      .from(media)
      .where(and(inArray(media.id, ids), openTo(viewer)));
    return new Map(
      rows.map(({ ownerId, ...row }) => [
        row.id,
        { name: null, path: `/media/${row.key}`, picture: viewOf(row), ownerId },
      ]),
    );
  },
  isVisible: (viewer, id) => sql`EXISTS (SELECT 1 FROM ${media} WHERE ${and(eq(media.id, id), openTo(viewer))})`,
};
