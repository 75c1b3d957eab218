import { and, eq, inArray, isNull, or, sql } from "drizzle-orm";
import type { Db } from "~/db/client";
import { crucibles } from "~/db/schema/crucible";
import { entries } from "~/db/schema/entry";
import { media } from "~/db/schema/media";
import { mediaColumns, viewOf } from "~/domain/media/library.server";
import { visibleTo } from "~/domain/media/visibility.server";
import type { Door } from "~/domain/subject/door";
import { addressOf } from "~/domain/subject/subject";
import { releaseVersion } from "./allowed-versions.server";
import { isEntrant } from "./entering/is-entrant.server";
import { recheckEntries } from "./entering/rechecking.server";
import { openTo } from "./visibility.server";

/** Crucibles, for those who may open their page. */
export const crucibleDoor: Door = {
  async find(db, { viewer, ids }) {
    const { id, name, creatorId: ownerId } = crucibles;
    const rows = await db
      .select({ id, name, ownerId, cover: mediaColumns })
      .from(crucibles)
      .leftJoin(media, and(eq(media.id, crucibles.coverMediaId), visibleTo(viewer)))
      .where(and(inArray(id, ids), openTo(viewer)));
    return new Map(
      rows.map(({ id, cover, ...row }) => [
        id,
        { ...row, path: addressOf({ kind: "crucible", id })!, picture: cover && viewOf(cover) },
      ]),
    );
  },
  isVisible: (viewer, id) =>
    sql`EXISTS (SELECT 1 FROM ${crucibles} WHERE ${and(eq(crucibles.id, id), openTo(viewer))})`,
  participants: entrantsOf,
  isParty: (tx, { userId, id }) => isEntrant(tx, { userId, crucibleId: id }),
  onRating: recheckEntries,
  releaseVersion,
};

/** Entries, for their owners, and for everyone who may see the picture once they have a place. */
export const entryDoor: Door = {
  async find(db, { viewer, ids }) {
    const own = viewer.id === null ? undefined : eq(entries.entrantId, viewer.id);
    const rows = await db
      .select({ id: entries.id, number: entries.number, ownerId: entries.entrantId, picture: mediaColumns })
      .from(entries)
      .innerJoin(media, and(eq(media.id, entries.mediaId), visibleTo(viewer)))
      .where(and(inArray(entries.id, ids), or(own, sql`${entries.place} IS NOT NULL`)));
    return new Map(
      rows.map(({ id, number, ownerId, picture }) => [
        id,
        {
          name: `Entry ${number}`,
          path: addressOf({ kind: "entry", id })!,
          picture: viewOf(picture),
          ownerId,
        },
      ]),
    );
  },
  isParty: (tx, { userId, id }) => isEntrant(tx, { userId, entryId: id }),
};

function entrantsOf(db: Db, crucibleId: number) {
  const rows = db
    .selectDistinct({ id: entries.entrantId })
    .from(entries)
    .where(and(eq(entries.crucibleId, crucibleId), isNull(entries.withdrawnAt)))
    .all();
  return rows.map(({ id }) => id);
}
