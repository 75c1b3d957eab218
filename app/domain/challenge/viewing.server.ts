import { and, asc, eq } from "drizzle-orm";
import { reader } from "~/db/client";
import { users } from "~/db/schema/account";
import { challenges } from "~/db/schema/challenge";
import { challengeEntries, challengeReviews } from "~/db/schema/challenge-entry";
import { media } from "~/db/schema/media";
import type { Viewer } from "~/domain/media/content-ratings";
import { mediaColumns, viewOf } from "~/domain/media/library.server";
import { visibleTo } from "~/domain/media/visibility.server";
import { findAllowed, ownIn } from "./entering/candidates.server";
import { prizesOf } from "./ending/field.server";
import { hasReminder } from "./opening/reminding.server";
import { criteriaOf } from "./reviewing/briefs.server";
import { openTo } from "./visibility.server";

/**
 * A challenge with who opened it, its cover when the viewer may see it, its rubric, prizes and models. The instructions to
 * the judge are in it once it is over, and before for its creator and moderators. Null when there is none for the viewer.
 */
export async function viewChallenge(challengeId: number, viewer: Viewer, now: Date) {
  const [found] = await reader()
    .select({ challenge: challenges, creator: users.username, cover: mediaColumns })
    .from(challenges)
    .leftJoin(users, eq(users.id, challenges.creatorId))
    .leftJoin(media, and(eq(media.id, challenges.coverMediaId), visibleTo(viewer)))
    .where(and(eq(challenges.id, challengeId), openTo(viewer, now)));
  if (!found) return null;
  const { requestKey: _, lotSalt: __, prompt, ...challenge } = found.challenge;
  const mine = challenge.creatorId !== null && challenge.creatorId === viewer.id;
  const over = challenge.status === "completed" || challenge.status === "cancelled";
  return {
    ...challenge,
    prompt: over || mine || viewer.moderator ? prompt : null,
    creator: found.creator,
    mine,
    cover: found.cover && viewOf(found.cover),
    criteria: await criteriaOf(reader(), challengeId),
    prizes: await prizesOf(reader(), challengeId),
    models: (await findAllowed(reader(), challengeId)).names,
  };
}

export type ViewedChallenge = NonNullable<Awaited<ReturnType<typeof viewChallenge>>>;

type Asking = { challengeId: number; userId: number };

/** What a challenge’s page says to a person: how many entries they have, and whether they are to be reminded. */
export async function visitorStatus({ challengeId, userId }: Asking) {
  const used = await reader().$count(challengeEntries, ownIn(challengeId, userId));
  return { used, reminded: await hasReminder({ userId, challengeId }) };
}

/** A person’s own entries with their reviews, in the order of entering. */
export async function ownEntries(asked: Asking) {
  const rows = await ownRows(asked);
  return rows.map(({ entry, review: given, media: item }) => ({
    id: entry.id,
    place: entry.place,
    removedReason: entry.removedReason,
    media: viewOf(item),
    review: given && {
      state: given.state,
      total: given.total,
      scores: given.scores,
      words: [given.seen, given.strengths, given.flaws].filter(Boolean).join(" "),
      aside: given.asideAt !== null && given.clearedAt === null,
      at: given.doneAt,
    },
  }));
}

function ownRows({ challengeId, userId }: Asking) {
  const { pixelHash, id } = challengeEntries;
  const review = and(eq(challengeReviews.challengeId, challengeId), eq(challengeReviews.pixelHash, pixelHash));
  return reader()
    .select({ entry: challengeEntries, review: challengeReviews, media: mediaColumns })
    .from(challengeEntries)
    .innerJoin(media, eq(media.id, challengeEntries.mediaId))
    .leftJoin(challengeReviews, review)
    .where(ownIn(challengeId, userId))
    .orderBy(asc(id));
}

/** Whether the viewer may open a challenge’s pages. */
export async function mayOpen(challengeId: number, viewer: Viewer, now: Date) {
  return (await reader().$count(challenges, and(eq(challenges.id, challengeId), openTo(viewer, now)))) > 0;
}

/** The challenge that an entry is in; null when there is no such entry. */
export async function challengeOf(entryId: number) {
  const entry = await reader().query.challengeEntries.findFirst({
    columns: { challengeId: true },
    where: eq(challengeEntries.id, entryId),
  });
  return entry?.challengeId ?? null;
}
