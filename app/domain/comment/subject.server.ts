import { and, inArray, isNull } from "drizzle-orm";
import { comments } from "~/db/schema/comment";
import type { Door } from "~/domain/subject/door";
import { addressOf, subjectOf } from "~/domain/subject/subject";
import { onOf } from "./schema";

/** Comments, for those who may see what they are on. */
export const commentDoor: Door = {
  async find(db, { viewer, ids, lookUp }) {
    const { id, authorId, subjectKind, subjectId } = comments;
    const rows = await db
      .select({ id, authorId, subjectKind, subjectId })
      .from(comments)
      .where(and(inArray(id, ids), isNull(comments.deletedAt)));
    const places = rows.map((row) => ({ ...row, on: onOf(row) }));
    const seen = await lookUp(
      db,
      viewer,
      places.map(({ on }) => on),
    );
    return new Map(
      places.flatMap(({ id, authorId, on }) => {
        const place = seen.get(subjectOf(on.kind, on.id));
        const path = addressOf({ kind: "comment", id })!;
        return place ? [[id, { name: null, path, picture: place.picture, ownerId: authorId }] as const] : [];
      }),
    );
  },
};
