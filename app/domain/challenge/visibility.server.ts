import { and, eq, lte, ne, or, sql } from "drizzle-orm";
import { challenges } from "~/db/schema/challenge";
import { ALL_RATINGS, BLOCKED } from "~/domain/media/content-ratings";
import type { Viewer } from "~/domain/media/content-ratings";

// Who may see a challenge. There are three answers; every query that lists or opens one uses one of these conditions.

/** In lists and search: those whose own content rating the viewer browses, once they can be seen. */
export function listedFor({ levels }: Pick<Viewer, "levels">, now: Date) {
  const byLevel = sql`(${challenges.level} & ${levels & ALL_RATINGS}) <> 0`;
  return and(byLevel, ne(challenges.level, BLOCKED), lte(challenges.visibleFrom, now))!;
}

/** By name, beside something else: those listed for the viewer, and their own. */
export function namedFor({ id, levels }: Pick<Viewer, "id" | "levels">, now: Date) {
  return or(listedFor({ levels }, now), eq(challenges.creatorId, id ?? -1))!;
}

/** By its address: those named for the viewer; moderators may open all of them. */
export function openTo(viewer: Viewer, now: Date) {
  return viewer.moderator ? undefined : namedFor(viewer, now);
}
