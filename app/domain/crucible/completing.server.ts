import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "~/db/client";
import { crucibles } from "~/db/schema/crucible";
import { record } from "~/domain/event/recording.server";
import { balanceOf, escrow, house, wallet } from "~/domain/wallet/accounts.server";
import { transfer } from "~/domain/wallet/transferring.server";
import { resultRows } from "./log/log-rows.server";
import { headAfter } from "./ranking/ranking.server";
import type { Ranking } from "./ranking/ranking.server";
import { refundEntries } from "./returning.server";
import { awardScores } from "./scoring.server";

type Completion = { crucibleId: number; ranking: Ranking; now: Date };

/**
 * Writes down how a finalizing crucible came out: places, prizes, what the house keeps, fees back when there was no
 * contest, scores, the head of the log. False, with nothing changed, when it is not finalizing: somebody else was faster.
 */
export async function complete(tx: Tx, { crucibleId, ranking, now }: Completion) {
  const finalizing = and(eq(crucibles.id, crucibleId), eq(crucibles.status, "finalizing"));
  const crucible = await tx.query.crucibles.findFirst({ where: finalizing });
  if (!crucible) return false;

  const pool = await balanceOf(tx, escrow(crucibleId));
  const entrants = await placeAll(tx, crucibleId, ranking);
  await payOut(tx, { crucibleId, ranking, entrants, now });
  await awardScores(tx, { crucibleId, places: crucible.prizes.length, judges: ranking.judges });
  await keepReliabilities(tx, crucibleId, ranking);
  const logHead = headAfter(ranking.votesHead, await resultRows(tx, crucibleId, ranking));
  const outcome = ranking.outcome === "placed" ? "paid" : ranking.outcome;
  const done = { status: "completed", outcome, paidPool: pool, logHead, finishedAt: now } as const;
  await tx.update(crucibles).set(done).where(finalizing);
  const data = { outcome, pool, creatorId: crucible.creatorId, places: crucible.prizes.length, entries: entrants };
  await record(tx, { kind: "crucible-ended", subject: `crucible:${crucibleId}`, actorId: null, data, now });
  return true;
}

/** Settled rating, place and prize into every placed entry, in one statement. Returns all entries with what became of them. */
async function placeAll(tx: Tx, crucibleId: number, { standings }: Ranking) {
  await tx.run(sql`
    UPDATE entries SET settled = one.value ->> 'settled', place = one.value ->> 'place', prize = one.value ->> 'prize',
      firmness = one.value ->> 'holds', tie_broken_by = one.value ->> 'tie'
    FROM json_each(${JSON.stringify(standings)}) AS one
    WHERE entries.id = one.value ->> 'entry'`);
  return tx.all<Entrant>(sql`
    SELECT id AS entryId, entrant_id AS userId, place, prize FROM entries
    WHERE crucible_id = ${crucibleId} AND withdrawn_at IS NULL ORDER BY place IS NULL, place, id`);
}

type Entrant = { entryId: number; userId: number; place: number | null; prize: number | null };
type Payout = { crucibleId: number; ranking: Ranking; entrants: Entrant[]; now: Date };

async function payOut(tx: Tx, { crucibleId, ranking, entrants, now }: Payout) {
  const deed = { from: escrow(crucibleId), subject: `crucible:${crucibleId}` as const, actorId: null, now };
  if (ranking.outcome === "no-contest") {
    await refundEntries(tx, { crucibleId, actorId: null, reason: "No contest: no vote counted", now });
    return;
  }
  for (const { entryId, userId, place, prize } of entrants) {
    if (!prize) continue;
    const key = `prize:${crucibleId}:${entryId}`;
    await transfer(tx, { ...deed, key, kind: "prize", to: wallet(userId), amount: prize, reason: `Place ${place}` });
  }
  if (ranking.remainder === 0) return;
  const key = `remainder:${crucibleId}`;
  await transfer(tx, { ...deed, key, kind: "remainder", to: house, amount: ranking.remainder });
}

async function keepReliabilities(tx: Tx, crucibleId: number, { judges }: Ranking) {
  await tx.run(sql`
    INSERT INTO reliabilities (crucible_id, judge_id, weight)
    SELECT ${crucibleId}, one.value ->> 'judgeId', one.value ->> 'weight' FROM json_each(${JSON.stringify(judges)}) AS one`);
}
