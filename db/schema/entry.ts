import { sql } from "drizzle-orm";
import { check, index, integer, real, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { id, instant } from "./columns";
import { crucibles } from "./crucible";
import { media } from "./media";
import { transfers } from "./wallet";

export const entries = sqliteTable(
  "entries",
  {
    id: id(),
    crucibleId: integer()
      .notNull()
      .references(() => crucibles.id),
    /** 1, 2, 3 … in the order of entering; holes where entries were withdrawn. */
    number: integer().notNull(),
    /** Names it in lists and on the leaderboard while it runs: random, and of this entry alone. A trigger fills it. */
    key: text().notNull().default(""),
    /** The same before judges, another one, so that no address leads from the judge page to the leaderboard. */
    seatKey: text().notNull().default(""),
    entrantId: integer().notNull(),
    mediaId: integer()
      .notNull()
      .references(() => media.id),
    pixelHash: text().notNull(),
    level: integer().notNull(),
    fee: integer().notNull(),
    feeTransferId: integer().references(() => transfers.id),
    elo: real().notNull().default(1500),
    votes: integer().notNull().default(0),
    wins: integer().notNull().default(0),
    losses: integer().notNull().default(0),
    info: real().notNull().default(0),
    lcb: real().notNull(),
    ucb: real().notNull(),
    settled: real(),
    place: integer(),
    prize: integer(),
    /** The chance that it would beat the next place again, from the bootstrap; null for the last. */
    firmness: real(),
    /** The link of the tie chain that set it before the next place, when ratings were equal. */
    tieBrokenBy: text(),
    createdAt: instant().notNull(),
    withdrawnAt: instant(),
    disqualifiedAt: instant(),
    disqualifiedReason: text(),
  },
  (t) => [
    uniqueIndex("entries_number").on(t.crucibleId, t.number),
    uniqueIndex("entries_same_media")
      .on(t.crucibleId, t.mediaId)
      .where(sql`${t.withdrawnAt} IS NULL`),
    uniqueIndex("entries_same_pixels")
      .on(t.crucibleId, t.pixelHash)
      .where(sql`${t.withdrawnAt} IS NULL`),
    uniqueIndex("entries_key")
      .on(t.key)
      .where(sql`${t.key} <> ''`),
    uniqueIndex("entries_seat_key")
      .on(t.seatKey)
      .where(sql`${t.seatKey} <> ''`),
    index("entries_by_elo")
      .on(t.crucibleId, sql`${t.elo} DESC`)
      .where(isCompeting(t)),
    // What a judge may see is a set of levels, and is read level by level, so that the rest of the field costs nothing.
    index("entries_level_number").on(t.crucibleId, t.level, t.number).where(isCompeting(t)),
    index("entries_level_votes").on(t.crucibleId, t.level, t.votes).where(isCompeting(t)),
    index("entries_level_elo").on(t.crucibleId, t.level, t.elo).where(isCompeting(t)),
    index("entries_level_ucb").on(t.crucibleId, t.level, t.ucb).where(isCompeting(t)),
    index("entries_entrant").on(t.entrantId, t.crucibleId),
    index("entries_media").on(t.mediaId),
    index("entries_place")
      .on(t.crucibleId, t.place)
      .where(sql`${t.place} IS NOT NULL`),
    check("entries_fee", sql`${t.fee} >= 0 AND (${t.fee} > 0) = (${t.feeTransferId} IS NOT NULL)`),
    check("entries_counts", sql`${t.votes} = ${t.wins} + ${t.losses} AND ${t.wins} >= 0 AND ${t.losses} >= 0`),
    check("entries_level", sql`${t.level} IN (0, 1, 2, 4, 8, 16, 32)`),
    check("entries_withdrawn_unjudged", sql`${t.withdrawnAt} IS NULL OR ${t.votes} = 0`),
    check("entries_reason", sql`(${t.disqualifiedAt} IS NULL) = (${t.disqualifiedReason} IS NULL)`),
  ],
);

function isCompeting(t: { withdrawnAt: unknown; disqualifiedAt: unknown }) {
  return sql`${t.withdrawnAt} IS NULL AND ${t.disqualifiedAt} IS NULL`;
}
