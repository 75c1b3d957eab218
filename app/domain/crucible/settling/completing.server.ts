import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "~/db/client";
import { crucibles } from "~/db/schema/crucible";
import { inBatches } from "~/db/write";
import { payOut } from "~/domain/contest/paying.server";
import { recordEvent } from "~/domain/event/recording.server";
import { balanceOf, escrow, house } from "~/domain/wallet/accounts.server";
import { linkHash, linkText, chainHeadAfter } from "~/domain/contest/chain";
import { outcomeRow, transferRows } from "./log-rows.server";
import type { Ranking } from "./ranking.server";
import { refundEntries } from "./refunds.server";
import { awardScores } from "./scoring.server";

type CompleteInput = { crucibleId: number; ranking: Ranking; now: Date };

/**
 * Writes down how a finalizing crucible came out: places, prizes, what the house keeps, fees back when there was no
 * contest, scores, the head of the log. False, with nothing changed, when it is not finalizing: somebody else was faster.
 */
export async function complete(tx: Tx, { crucibleId, ranking, now }: CompleteInput) {
  const finalizing = and(eq(crucibles.id, crucibleId), eq(crucibles.status, "finalizing"));
  const crucible = await tx.query.crucibles.findFirst({ where: finalizing });
  if (!crucible) return false;

  const pool = await balanceOf(tx, escrow(`crucible:${crucibleId}`));
  await inBatches(ranking.standings, (part) => placeAll(tx, part));
  const entrants = await readEntrants(tx, crucibleId);
  await distribute(tx, { crucibleId, ranking, entrants, now });
  await awardScores(tx, {
    places: crucible.prizes.length,
    entries: entrants.map(({ entryId }) => entryId),
    judges: ranking.judges,
  });
  await inBatches(ranking.judges, (part) => keepReliabilities(tx, crucibleId, part));
  await inBatches(ranking.partisans, (part) => keepPartisans(tx, crucibleId, part));
  const logHead = await headOf(tx, crucibleId, ranking);
  const outcome = ranking.outcome === "placed" ? ("paid" as const) : ranking.outcome;
  const done = { status: "completed", outcome, paidPool: pool, logHead, finishedAt: now } as const;
  await tx.update(crucibles).set(done).where(finalizing);
  const data = { outcome, pool, creatorId: crucible.creatorId, places: crucible.prizes.length, entries: entrants };
  await recordEvent(tx, { kind: "crucible-ended", subject: `crucible:${crucibleId}`, actorId: null, data, now });
  return true;
}

/** Settled rating, place and prize into these entries, in one statement. */
function placeAll(tx: Tx, standings: string[]) {
  return tx.run(sql`
    UPDATE entries SET settled = one.value ->> 'settled', place = one.value ->> 'place', prize = one.value ->> 'prize',
      firmness = one.value ->> 'holds', tie_broken_by = one.value ->> 'tie'
    FROM json_each(${`[${standings.join()}]`}) AS one
    WHERE entries.id = one.value ->> 'entry'`);
}

/** All entries with what became of them, the placed ones first. */
function readEntrants(tx: Tx, crucibleId: number) {
  return tx.all<Entrant>(sql`
    SELECT id AS entryId, entrant_id AS userId, place, prize FROM entries
    WHERE crucible_id = ${crucibleId} AND withdrawn_at IS NULL ORDER BY place IS NULL, place, id`);
}

type Entrant = { entryId: number; userId: number; place: number | null; prize: number | null };
type PayOutInput = { crucibleId: number; ranking: Ranking; entrants: Entrant[]; now: Date };

async function distribute(tx: Tx, { crucibleId, ranking, entrants, now }: PayOutInput) {
  if (ranking.outcome === "no-contest") {
    await refundEntries(tx, { crucibleId, actorId: null, reason: "No contest: no votes counted", now });
    return;
  }
  const prizes = entrants.flatMap(({ entryId, userId, place, prize }) =>
    place && prize ? [{ key: `prize:${crucibleId}:${entryId}`, userId, place, amount: prize }] : [],
  );
  const remainder = { key: `remainder:${crucibleId}`, to: house, amount: ranking.remainder };
  await payOut(tx, {
    from: escrow(`crucible:${crucibleId}`),
    subject: `crucible:${crucibleId}`,
    prizes,
    remainder,
    now,
  });
}

function keepReliabilities(tx: Tx, crucibleId: number, judges: string[]) {
  return tx.run(sql`
    INSERT INTO reliabilities (crucible_id, judge_id, weight)
    SELECT ${crucibleId}, one.value ->> 'judgeId', one.value ->> 'weight' FROM json_each(${`[${judges.join()}]`}) AS one`);
}

function keepPartisans(tx: Tx, crucibleId: number, found: string[]) {
  return tx.run(sql`
    INSERT INTO partisans (crucible_id, entry_id, judge_id, chance, wins, losses, proof)
    SELECT ${crucibleId}, one.value ->> 'entryId', one.value ->> 'judgeId', one.value ->> 'chance', one.value ->> 'wins',
      one.value ->> 'losses', one.value ->> 'proof' FROM json_each(${`[${found.join()}]`}) AS one`);
}

/** The head of the whole log: what paying out adds to it, and the result. */
async function headOf(tx: Tx, crucibleId: number, ranking: Ranking) {
  let { head } = ranking.log;
  await inBatches(await transferRows(tx, crucibleId, ranking.log.lastTransfer), (rows) => {
    head = chainHeadAfter(head, rows);
  });
  await inBatches(ranking.log.standings, (rows) => {
    for (const row of rows) head = linkText(head, row);
  });
  return linkHash(head, outcomeRow(ranking));
}
