import { and, eq, gt, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Db } from "~/db/client";
import { prepared } from "~/db/prepared";
import { crucibles } from "~/db/schema/crucible";
import { entries } from "~/db/schema/entry";
import { pairs, seats } from "~/db/schema/judging";
import { media } from "~/db/schema/media";
import { isVisible } from "./seat-queries.server";

const crucible = sql.placeholder("crucible");
const judge = sql.placeholder("judge");

/** What the judge page asks beyond the seat itself. */
export const seatViews = prepared((db) => ({
  header: db
    .select({ name: crucibles.name, judges: crucibles.judgeCount, endsAt: crucibles.endsAt })
    .from(crucibles)
    .where(eq(crucibles.id, crucible))
    .prepare(),
  sides: sides(db),
  allVotes: db
    .select({ votes: sql<number>`coalesce(sum(${seats.votes}), 0)` })
    .from(seats)
    .where(eq(seats.judgeId, judge))
    .prepare(),
  ahead: db
    .select({ judges: sql<number>`count(*)` })
    .from(seats)
    .where(and(eq(seats.crucibleId, crucible), gt(seats.votes, sql.placeholder("votes"))))
    .prepare(),
  lastToken: db
    .select({ token: pairs.token })
    .from(pairs)
    .where(eq(pairs.id, sql`(SELECT pair_id FROM votes WHERE id = ${sql.placeholder("vote")})`))
    .prepare(),
}));

export type SeatSides = Awaited<ReturnType<ReturnType<typeof seatViews>["sides"]["all"]>>[number];

/** Only what may be known while judging blind: no name, rating, place, prompt, file name, or words of its owner. */
function sides(db: Db) {
  const [left, leftMedia] = [alias(entries, "left"), alias(media, "left_media")];
  const [right, rightMedia] = [alias(entries, "right"), alias(media, "right_media")];
  return db
    .select({
      state: pairs.state,
      token: pairs.token,
      fit: sql<number>`${isVisible(left)} AND ${isVisible(right)}`,
      left: { ...shown(leftMedia), seatKey: left.seatKey, duels: left.votes },
      right: { ...shown(rightMedia), seatKey: right.seatKey, duels: right.votes },
    })
    .from(pairs)
    .innerJoin(left, eq(left.id, pairs.leftEntry))
    .innerJoin(leftMedia, eq(leftMedia.id, left.mediaId))
    .innerJoin(right, eq(right.id, pairs.rightEntry))
    .innerJoin(rightMedia, eq(rightMedia.id, right.mediaId))
    .where(
      and(eq(pairs.crucibleId, crucible), eq(pairs.judgeId, judge), sql`${pairs.state} IN ('current', 'next', 'held')`),
    )
    .prepare();
}

function shown(from: ReturnType<typeof alias<typeof media, string>>) {
  const { id, key, kind, type, width, height, durationMs, hasPoster, thumbhash, alt, level } = from;
  return { id, key, kind, type, width, height, durationMs, hasPoster, thumbhash, alt, level };
}
