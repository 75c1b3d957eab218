import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Db } from "~/db/client";
import { challenges, challengeVersions } from "~/db/schema/challenge";
import { challengeEntries } from "~/db/schema/challenge-entry";
import { media } from "~/db/schema/media";
import { mediaColumns, viewOf } from "~/domain/media/library.server";
import { visibleTo } from "~/domain/media/visibility.server";
import type { Door } from "~/domain/subject/door";
import { addressOf } from "~/domain/subject/subject";
import { ownIn } from "./entering/candidates.server";
import { recheckEntries } from "./entering/withdrawing.server";
import { openTo } from "./visibility.server";

/** Challenges, for those who may open their page. */
export const challengeDoor: Door = {
  async find(db, { viewer, ids }) {
    const { id, title: name, creatorId: ownerId } = challenges;
    const rows = await db
      .select({ id, name, ownerId, cover: mediaColumns })
      .from(challenges)
      .leftJoin(media, and(eq(media.id, challenges.coverMediaId), visibleTo(viewer)))
      .where(and(inArray(id, ids), openTo(viewer, LATEST)));
    return new Map(
      rows.map(({ id, cover, ...row }) => [
        id,
        { ...row, path: addressOf({ kind: "challenge", id })!, picture: cover && viewOf(cover) },
      ]),
    );
  },
  isVisible: (viewer, id) =>
    sql`EXISTS (SELECT 1 FROM ${challenges} WHERE ${and(eq(challenges.id, id), openTo(viewer, LATEST))})`,
  participants: entrantsOf,
  isParty: async (tx, { userId, id }) => (await tx.$count(challengeEntries, ownIn(id, userId))) > 0,
  onRating: recheckEntries,
  async releaseVersion(tx, versionId) {
    const released = await tx
      .delete(challengeVersions)
      .where(eq(challengeVersions.versionId, versionId))
      .returning({ challengeId: challengeVersions.challengeId });
    return async (tx, instead) => {
      for (const { challengeId } of released)
        await tx.insert(challengeVersions).values({ challengeId, versionId: instead }).onConflictDoNothing();
    };
  },
};

/** Whoever can name a challenge has come across it: it can be seen, or could be when it was named. */
const LATEST = new Date(8_640_000_000_000_000);

function entrantsOf(db: Db, challengeId: number) {
  const rows = db
    .selectDistinct({ id: challengeEntries.entrantId })
    .from(challengeEntries)
    .where(and(eq(challengeEntries.challengeId, challengeId), isNull(challengeEntries.withdrawnAt)))
    .all();
  return rows.map(({ id }) => id);
}
