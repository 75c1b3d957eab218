import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { flag, id, instant, oneOf } from "./columns";
import { callOutcomes } from "./values";

/** Every question to a model, what came of it and what it cost. No picture, text or key is kept. */
export const judgeCalls = sqliteTable(
  "judge_calls",
  {
    id: id(),
    task: text().notNull(),
    challengeId: integer(),
    model: text().notNull(),
    generation: text(),
    outcome: text({ enum: callOutcomes }).notNull(),
    ms: integer().notNull(),
    tokensIn: integer().notNull().default(0),
    tokensOut: integer().notNull().default(0),
    microUsd: integer().notNull().default(0),
    createdAt: instant().notNull(),
  },
  (t) => [index("judge_calls_time").on(t.createdAt), oneOf("judge_calls_outcome", t.outcome, callOutcomes)],
);

/** Whether a model passed the day's eye test. */
export const judgeModels = sqliteTable(
  "judge_models",
  {
    model: text().notNull(),
    /** The UTC day, `2026-05-01`. */
    day: text().notNull(),
    passed: flag().notNull(),
    note: text().notNull().default(""),
    testedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.model, t.day] })],
);
