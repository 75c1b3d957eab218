import { and, asc, eq, isNotNull } from "drizzle-orm";
import type { Db } from "~/db/client";
import { entries } from "~/db/schema/entry";
import { sealing } from "~/domain/contest/chain";
import type { Row } from "~/domain/contest/chain";
import { readEndedContest, toContest } from "../settling/contest-reads.server";
import type { EndedContest } from "../settling/contest-reads.server";
import { outcomeRow, standingRows, transferRows, voteRows } from "../settling/log-rows.server";
import type { TieLink } from "../rating/placing";
import { finalWeights } from "../rating/final-order";

/** The lines of the log of a completed crucible, sealed as they were when it was settled; null for any other. */
export async function publicLog(db: Db, crucibleId: number) {
  const ended = await readEndedContest(db, crucibleId);
  const { crucible, pool } = ended;
  if (crucible.status !== "completed") return null;
  const { contest, standing } = toContest(ended);
  const { weights } = finalWeights(contest);
  const counted = standing.filter((_, i) => weights[i]!.weight > 0);
  const standings = await readStandings(db, crucibleId, counted);
  const outcome = crucible.outcome === "paid" ? ("placed" as const) : crucible.outcome!;
  const remainder = standings.reduce((rest, { prize }) => rest - prize, pool);
  const paid = await transferRows(db, crucibleId);
  const result = [...standingRows(ended.ranked, standings), outcomeRow({ outcome, remainder })];
  return { head: crucible.logHead!, lines: linesOf(voteRows(ended, weights), paid, result) };
}

function* linesOf(...parts: Iterable<Row>[]) {
  for (const { line } of sealing(all(parts))) yield line;
}

function* all(parts: Iterable<Row>[]) {
  for (const part of parts) yield* part;
}

async function readStandings(db: Db, crucibleId: number, counted: EndedContest["cast"]) {
  const wins = tally(counted.map(({ winnerId }) => winnerId));
  const losses = tally(counted.map(({ loserId }) => loserId));
  const placed = await db
    .select({
      id: entries.id,
      place: entries.place,
      settled: entries.settled,
      tie: entries.tieBrokenBy,
      prize: entries.prize,
    })
    .from(entries)
    .where(and(eq(entries.crucibleId, crucibleId), isNotNull(entries.place)))
    .orderBy(asc(entries.place));
  return placed.map(({ id, place, settled, tie, prize }) => {
    const [won, lost] = [wins.get(id) ?? 0, losses.get(id) ?? 0];
    const score = { votes: won + lost, wins: won, losses: lost };
    return { entry: id, place: place!, settled: settled!, ...score, tie: tie as TieLink | null, prize: prize! };
  });
}

function tally(ids: readonly number[]) {
  const counts = new Map<number, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}
