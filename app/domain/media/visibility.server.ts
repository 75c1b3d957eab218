import { and, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { media } from "~/db/schema/media";
import { ALL_LEVELS, BLOCKED, UNRATED } from "./levels";
import type { Viewer } from "./levels";

/** The one condition of every query that returns media: by level or as its owner; what is unrated or blocked, also as a moderator. */
export function visibleTo(viewer: Viewer) {
  const byLevel = sql`(${media.level} & ${viewer.levels & ALL_LEVELS}) <> 0`;
  const own = viewer.id === null ? undefined : eq(media.ownerId, viewer.id);
  const unsorted = viewer.moderator ? inArray(media.level, [UNRATED, BLOCKED]) : undefined;
  return and(isNull(media.deletedAt), or(byLevel, own, unsorted))!;
}

/** What everyone else may be shown while judging or on a share card: by level alone, whoever looks. */
export function shownAtLevels(levels: number) {
  return and(isNull(media.deletedAt), sql`(${media.level} & ${levels & ALL_LEVELS}) <> 0`)!;
}
