import { and, desc, eq } from "drizzle-orm";
import { reader } from "~/db/client";
import { crucibles } from "~/db/schema/crucible";
import { entries } from "~/db/schema/entry";
import { media } from "~/db/schema/media";
import { SAFE_RATINGS } from "~/domain/media/content-ratings";
import { mediaColumns, viewOf } from "~/domain/media/library.server";
import { shownAtRatings } from "~/domain/media/visibility.server";

/** The winner of the crucible that ended last, of those that everyone may see; null before the first. */
export async function latestWinner() {
  const [winner] = await reader()
    .select({ name: crucibles.name, media: mediaColumns })
    .from(crucibles)
    .innerJoin(entries, and(eq(entries.crucibleId, crucibles.id), eq(entries.place, 1)))
    .innerJoin(media, eq(media.id, entries.mediaId))
    .where(and(eq(crucibles.status, "completed"), shownAtRatings(SAFE_RATINGS)))
    .orderBy(desc(crucibles.endsAt))
    .limit(1);
  return winner ? { crucible: winner.name, media: viewOf(winner.media) } : null;
}
