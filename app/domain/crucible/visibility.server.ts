import { eq, or, sql } from "drizzle-orm";
import { crucibles } from "~/db/schema/crucible";
import { ALL_RATINGS } from "~/domain/media/content-ratings";
import type { Viewer } from "~/domain/media/content-ratings";

// Who may see a crucible. There are three answers; every query that lists or opens one uses one of these conditions.

/** In lists and search: crucibles that allow a level the viewer browses. */
export function listedFor({ levels }: Pick<Viewer, "levels">) {
  return sql`(${crucibles.levels} & ${levels & ALL_RATINGS}) <> 0`;
}

/** By name, beside something else (a transfer, a notification): those listed for the viewer, and their own. */
function namedFor({ id, levels }: Pick<Viewer, "id" | "levels">) {
  return or(listedFor({ levels }), eq(crucibles.creatorId, id ?? -1))!;
}

/** By its address: those named for the viewer; moderators may open all of them. */
export function openTo(viewer: Viewer) {
  return viewer.moderator ? undefined : namedFor(viewer);
}
