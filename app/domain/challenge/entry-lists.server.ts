import { and, asc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { SQL } from "drizzle-orm";
import { reader } from "~/db/client";
import { users } from "~/db/schema/account";
import { challenges } from "~/db/schema/challenge";
import { challengeDuels, challengeEntries, challengeReviews, challengeWinners } from "~/db/schema/challenge-entry";
import { media } from "~/db/schema/media";
import { pageOf, readCursor } from "~/domain/list/keyset";
import type { Viewer } from "~/domain/media/content-ratings";
import { blindViewOf, mediaColumns, viewOf } from "~/domain/media/library.server";
import { visibleTo } from "~/domain/media/visibility.server";
import { FINAL_STAGE } from "./ending/standings";

type Page = { challengeId: number; viewer: Viewer; after?: string; limit: number };

/** The entries that are in. */
const isIn = and(isNull(challengeEntries.withdrawnAt), isNull(challengeEntries.removedAt))!;

/** A number of 0 to 2^31 for each entry that differs from viewer to viewer, and stays the same for each. */
function shuffled(viewer: Viewer): SQL<number> {
  const salt = (viewer.id ?? 0) * 7919 + 104_729;
  return sql<number>`((${challengeEntries.lot} % 2147483647) * ${salt} + ${challengeEntries.lot} / 7) % 2147483647`;
}

/** A page of the entries that the viewer may see, shuffled for them: nameless while it runs, one’s own marked. */
export async function shuffledEntries(asked: Page) {
  const { challengeId, viewer, limit } = asked;
  const challenge = await reader().query.challenges.findFirst({ where: eq(challenges.id, challengeId) });
  const over = challenge?.status === "completed";
  const page = pageOf(await shuffledRows(asked), limit, (row) => ({ key: row.place, id: 0, rank: 0 }));
  return {
    next: page.next,
    rows: page.rows.map(({ entrantId, media: item, key, id }) => {
      const own = entrantId === viewer.id;
      const open = over || own;
      // While it runs nothing in the page may tell which entry came first, or whose it is.
      return {
        id: open || viewer.moderator ? id : null,
        key,
        own,
        media: open ? viewOf(item) : blindViewOf(item, key),
      };
    }),
  };
}

function shuffledRows({ challengeId, viewer, after, limit }: Page) {
  const place = shuffled(viewer);
  const cursor = readCursor(after);
  const { id, key, entrantId, mediaId } = challengeEntries;
  const further = cursor ? sql`${place} > ${cursor.key}` : undefined;
  return reader()
    .select({ id, key, entrantId, media: mediaColumns, place })
    .from(challengeEntries)
    .innerJoin(media, and(eq(media.id, mediaId), visibleTo(viewer)))
    .where(and(eq(challengeEntries.challengeId, challengeId), isIn, further))
    .orderBy(asc(place))
    .limit(limit + 1);
}

/** A page of the places of a completed challenge, best first. Pictures outside of the viewer’s levels are left out. */
export async function resultRows({ viewer, limit, ...asked }: Page) {
  const rows = await placedRows({ viewer, limit, ...asked });
  const page = pageOf(rows, limit, (row) => ({ key: row.place!, id: row.id, rank: 0 }));
  return {
    next: page.next,
    rows: page.rows.map(({ media: item, entrantId, ...row }) => ({
      ...row,
      own: entrantId === viewer.id,
      media: item && viewOf(item),
    })),
  };
}

function placedRows({ challengeId, viewer, after, limit }: Page) {
  const cursor = readCursor(after);
  const { id, place, total, themeScore, roundWins, finalPoints, reason, pixelHash } = challengeEntries;
  const review = and(eq(challengeReviews.challengeId, challengeId), eq(challengeReviews.pixelHash, pixelHash));
  const further = cursor ? sql`${place} > ${cursor.key}` : undefined;
  return reader()
    .select({
      ...{ id, place, total, themeScore, roundWins, finalPoints, reason },
      entrant: users.username,
      entrantId: challengeEntries.entrantId,
      scores: challengeReviews.scores,
      seen: challengeReviews.seen,
      prize: challengeWinners.prize,
      media: mediaColumns,
    })
    .from(challengeEntries)
    .innerJoin(users, eq(users.id, challengeEntries.entrantId))
    .leftJoin(media, and(eq(media.id, challengeEntries.mediaId), visibleTo(viewer)))
    .leftJoin(challengeWinners, eq(challengeWinners.entryId, id))
    .leftJoin(challengeReviews, review)
    .where(and(eq(challengeEntries.challengeId, challengeId), isNotNull(place), further))
    .orderBy(asc(place))
    .limit(limit + 1);
}

/** The final as a table: for each two entries the half points of the row against the column. Empty without a final. */
export async function finalTable(challengeId: number, viewer: Viewer) {
  const { stage, firstEntry, secondEntry, winnerEntry } = challengeDuels;
  const duels = await reader()
    .select({ first: firstEntry, second: secondEntry, winner: winnerEntry })
    .from(challengeDuels)
    .where(and(eq(challengeDuels.challengeId, challengeId), eq(stage, FINAL_STAGE)));
  const entries = await finalists(challengeId, viewer);
  return entries.map(({ media: item, ...row }) => ({
    ...row,
    media: item && viewOf(item),
    against: entries.map(({ id }) => (id === row.id ? null : halfPoints(duels, row.id, id))),
  }));
}

function finalists(challengeId: number, viewer: Viewer) {
  const { id, entrantId, mediaId, finalPoints, place } = challengeEntries;
  return reader()
    .select({ id, entrant: users.username, media: mediaColumns })
    .from(challengeEntries)
    .innerJoin(users, eq(users.id, entrantId))
    .leftJoin(media, and(eq(media.id, mediaId), visibleTo(viewer)))
    .where(and(eq(challengeEntries.challengeId, challengeId), isNotNull(finalPoints)))
    .orderBy(sql`${finalPoints} DESC`, sql`coalesce(${place}, 1e9)`, asc(id));
}

type FinalDuel = { first: number; second: number; winner: number | null };

/** Two for an entry that was chosen both ways around, none for the other, one each where the answer changed. */
function halfPoints(duels: readonly FinalDuel[], a: number, b: number) {
  const winnerOf = (first: number, second: number) =>
    duels.find((duel) => duel.first === first && duel.second === second)?.winner ?? null;
  const [one, two] = [winnerOf(a, b), winnerOf(b, a)];
  return one !== null && one === two ? (one === a ? 2 : 0) : 1;
}
