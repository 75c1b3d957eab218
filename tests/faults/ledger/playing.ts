import fc from "fast-check";
import { handle } from "~/db/client";
import { accountAttempts } from "./account-attempts";
import { actions } from "./actions";
import { kindAttempts } from "./kind-attempts";
import { refundAttempts } from "./refund-attempts";
import { transferAttempts } from "./transfer-attempts";
import type { Attempt } from "./inserting";
import { Broken, checkBooks, readLedger } from "./model";
import type { Dice, LedgerModel } from "./model";

export const attempts: Record<string, Attempt> = {
  ...transferAttempts,
  ...refundAttempts,
  ...accountAttempts,
  ...kindAttempts,
};

type Play = { name: string; dice: Dice };

/** Whether the connection does what the sqlite3 shell does not by itself. */
type Habits = { foreignKeys: boolean; recursiveTriggers: boolean };

const number = fc.nat(10_000);
const play: fc.Arbitrary<Play> = fc.record({
  name: fc.oneof(
    { arbitrary: fc.constantFrom(...Object.keys(actions)), weight: 2 },
    { arbitrary: fc.constantFrom(...Object.keys(attempts)), weight: 3 },
  ),
  dice: fc.record({
    a: number,
    b: number,
    c: number,
    amount: fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 1e12 })),
  }),
});

/** Deeds of the wallet and attempts on it in any order, on a connection of any habits. Each attempt must be refused by the guard that is there for it. */
export function game() {
  return fc.asyncProperty(
    fc.record({ foreignKeys: fc.boolean(), recursiveTriggers: fc.boolean() }),
    fc.array(play, { minLength: 1, maxLength: 40, size: "max" }),
    (habits, plays) => playAll(habits, plays),
  );
}

/** Plays in one transaction that is rolled back, and looks at the books after every move. Throws a `ErrorPage`. */
async function playAll({ foreignKeys, recursiveTriggers }: Habits, plays: Play[]) {
  const { writer } = handle();
  writer.pragma(`foreign_keys = ${foreignKeys}`);
  writer.pragma(`recursive_triggers = ${recursiveTriggers}`);
  writer.exec("BEGIN IMMEDIATE");
  try {
    const world = readLedger();
    for (const { name, dice } of plays) await move(world, name, dice);
  } finally {
    if (writer.inTransaction) writer.exec("ROLLBACK");
  }
}

async function move(world: LedgerModel, name: string, dice: Dice) {
  const attempt = attempts[name];
  const sql = attempt?.sql(world, dice);
  if (attempt && !sql) return;
  const refusal = sql ? refusalOf(world, sql) : void (await actions[name]!(world, dice));
  checkBooks(world, name);
  if (!attempt) return;
  if (refusal === undefined) throw new Broken(name, "it was let through");
  if (!attempt.refusedBy.test(refusal)) throw new Broken(name, `refused only by another guard: ${refusal}`);
}

/** The words with which the database refuses a statement; undefined when it lets it through. */
export function refusalOf({ sqlite }: LedgerModel, sql: string) {
  try {
    sqlite.exec(sql);
  } catch (error) {
    return (error as Error).message;
  } finally {
    sqlite.exec("DROP TRIGGER IF EXISTS temp.still; DROP TRIGGER IF EXISTS temp.ahead");
  }
}
