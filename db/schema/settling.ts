import { integer, primaryKey, real, sqliteTable } from "drizzle-orm/sqlite-core";
import { crucibles } from "./crucible";
import { entries } from "./entry";

/** Judges whose votes for an entry counted nothing, since they chose it whatever it met, with the evidence. */
export const partisans = sqliteTable(
  "partisans",
  {
    crucibleId: integer()
      .notNull()
      .references(() => crucibles.id),
    entryId: integer()
      .notNull()
      .references(() => entries.id),
    judgeId: integer().notNull(),
    /** How likely they are one, from a half up. */
    chance: real().notNull(),
    wins: integer().notNull(),
    losses: integer().notNull(),
    /** By how many nats partisans explain the entry’s votes better. */
    proof: real().notNull(),
  },
  (t) => [primaryKey({ columns: [t.crucibleId, t.entryId, t.judgeId] })],
);

/** What the end of a crucible found out about each judge; a factor on the weight of every vote. */
export const reliabilities = sqliteTable(
  "reliabilities",
  {
    crucibleId: integer()
      .notNull()
      .references(() => crucibles.id),
    judgeId: integer().notNull(),
    weight: real().notNull(),
  },
  (t) => [primaryKey({ columns: [t.crucibleId, t.judgeId] })],
);
