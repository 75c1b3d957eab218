import { and, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { media } from "~/db/schema/media";
import { ALL_RATINGS, BLOCKED, UNRATED } from "./content-ratings";
import type { Viewer } from "./content-ratings";

/**
 * Whether the levels of a media item let the viewer see it; what is unrated or blocked, also as a moderator. This alone is for
 * covers and entries, which are shown by what they are in. Anything that names an owner asks `openTo`.
 */
export function visibleTo(viewer: Viewer) {
  const byLevel = sql`(${media.level} & ${viewer.levels & ALL_RATINGS}) <> 0`;
  const own = viewer.id === null ? undefined : eq(media.ownerId, viewer.id);
  const unsorted = viewer.moderator ? inArray(media.level, [UNRATED, BLOCKED]) : undefined;
  return and(isNull(media.deletedAt), or(byLevel, own, unsorted))!;
}

/** Whether the viewer may see a media item by itself, with its owner: one's own, as a moderator, or what is public. */
export function openTo(viewer: Viewer) {
  const byRole = viewer.moderator ? sql`1` : undefined;
  const own = viewer.id === null ? undefined : eq(media.ownerId, viewer.id);
  return and(visibleTo(viewer), or(isPublic, own, byRole))!;
}

/** Published by its owner, the cover of a contest, placed in a crucible that is over, or in a challenge that is. */
export const isPublic = sql<number>`(${media.publishedAt} IS NOT NULL
  OR EXISTS (SELECT 1 FROM crucibles AS covered WHERE covered.cover_media_id = ${media.id})
  OR EXISTS (SELECT 1 FROM entries AS entered JOIN crucibles AS ended ON ended.id = entered.crucible_id
    WHERE entered.media_id = ${media.id} AND entered.place IS NOT NULL AND ended.status = 'completed')
  OR EXISTS (SELECT 1 FROM challenges AS covered WHERE covered.cover_media_id = ${media.id})
  OR EXISTS (SELECT 1 FROM challenge_entries AS entered JOIN challenges AS ended ON ended.id = entered.challenge_id
    WHERE entered.media_id = ${media.id} AND entered.withdrawn_at IS NULL AND entered.removed_at IS NULL
      AND ended.status = 'completed'))`;

/** What everyone else may be shown while judging or on a share card: by level alone, whoever looks. */
export function shownAtRatings(levels: number) {
  return and(isNull(media.deletedAt), sql`(${media.level} & ${levels & ALL_RATINGS}) <> 0`)!;
}
