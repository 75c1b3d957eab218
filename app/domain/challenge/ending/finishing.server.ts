import { and, eq, sql } from "drizzle-orm";
import { reader } from "~/db/client";
import type { Tx } from "~/db/client";
import { users } from "~/db/schema/account";
import { challengeCriteria, challenges } from "~/db/schema/challenge";
import { write } from "~/db/write";
import { recordEvent } from "~/domain/event/recording.server";
import { fieldOf as sizesOf } from "../looks";
import { useLook } from "../reviewing/keeping.server";
import { missesTheme } from "../total";
import { duelsOf, entrantsOf, fieldOf, prizesOf, scoredEntries } from "./field.server";
import { closeAccounts, payWinners, restingWinners, rewardAll, tookPart } from "./paying.server";
import type { Challenge, Placed } from "./paying.server";
import { placesOf, standingsOf } from "./standings";
import type { Standing } from "./standings";
import { processText, verdictText } from "./words";
import { writeResult } from "./writing.server";

/**
 * Ends a challenge whose winners are picked: words about the result, asked for outside of any transaction, and then places,
 * prizes, what goes back, points and the state, in one. False, with nothing changed, when it was voided or finished meanwhile.
 */
export async function finish(challenge: Challenge, now: Date) {
  const { standings } = await orderNow(reader(), challenge, now);
  const prizes = await prizesOf(reader(), challenge.id);
  const written = await writeResult(challenge, placesOf(standings).slice(0, prizes.length), now);
  return write((tx) => complete(tx, { challengeId: challenge.id, written, now }));
}

/** The order as it stands: those who may not win this time are left out of it. */
async function orderNow(db: Tx, challenge: Challenge, now: Date) {
  const field = await fieldOf(db, challenge.id);
  const all = standingsOf(field, await duelsOf(db, challenge.id));
  const resting = challenge.source === "system" ? await restingWinners(db, now) : new Set<number>();
  return { all, standings: all.filter(({ entrantId }) => !resting.has(entrantId)) };
}

type Written = { verdict: string; reasons: string[] } | null;
type Complete = { challengeId: number; written: Written; now: Date };

/** The last step, in one transaction. Exported for tests of races. */
async function complete(tx: Tx, { challengeId, written, now }: Complete) {
  const completing = and(eq(challenges.id, challengeId), eq(challenges.status, "completing"));
  const challenge = await tx.query.challenges.findFirst({ where: completing });
  if (!challenge) return false;
  const { all, standings } = await orderNow(tx, challenge, now);
  const prizes = await prizesOf(tx, challengeId);
  const placed = placesOf(standings);
  const winners = placed.slice(0, prizes.length);
  const fits = written?.reasons.length === winners.length ? written : null;
  if (fits) await useLook(tx, challengeId);
  await keepStandings(tx, all, placed, fits?.reasons ?? []);
  await payWinners(tx, { challenge, prizes, placed, now });
  const others = await rewardEveryone(tx, challenge, winners, now);
  const fresh = (await tx.query.challenges.findFirst({ where: completing }))!;
  await closeAccounts(tx, { challenge: fresh, actorId: null, now });
  const outcome = challenge.entryCount === 0 ? "empty" : placed.length === 0 ? "no-contest" : "placed";
  const words = { process: await describe(tx, fresh), verdict: fits?.verdict ?? (await template(tx, winners)) };
  await tx
    .update(challenges)
    .set({ status: "completed", outcome, stage: 7, ...words, finishedAt: now })
    .where(completing);
  await tell(tx, { challenge, outcome, winners, prizes, tookPart: others, now });
  return true;
}

async function rewardEveryone(tx: Tx, challenge: Challenge, winners: readonly Placed[], now: Date) {
  const scored = await scoredEntries(tx, challenge.id);
  const onTheme = scored.map(({ entrantId, scores }) => ({ entrantId, onTheme: !missesTheme(scores[0]!) }));
  return rewardAll(tx, { challenge, winners, tookPart: tookPart(onTheme), now });
}

async function keepStandings(tx: Tx, all: readonly Standing[], placed: readonly Placed[], reasons: readonly string[]) {
  const places = new Map(placed.map(({ id, place }) => [id, place]));
  const rows = all.map(({ id, total, themeScore, roundWins, finalPoints }) => {
    const place = places.get(id) ?? null;
    return { id, total, themeScore, roundWins, finalPoints, place, reason: place === null ? null : reasons[place - 1] };
  });
  await tx.run(sql`UPDATE challenge_entries SET total = one.value ->> 'total', theme_score = one.value ->> 'themeScore',
      round_wins = one.value ->> 'roundWins', final_points = one.value ->> 'finalPoints', place = one.value ->> 'place',
      reason = one.value ->> 'reason'
    FROM json_each(${JSON.stringify(rows)}) AS one WHERE challenge_entries.id = one.value ->> 'id'`);
}

async function describe(tx: Tx, challenge: Challenge) {
  const scored = await scoredEntries(tx, challenge.id);
  const prizes = await prizesOf(tx, challenge.id);
  const labels = await tx
    .select({ label: challengeCriteria.label })
    .from(challengeCriteria)
    .where(eq(challengeCriteria.challengeId, challenge.id))
    .orderBy(challengeCriteria.position);
  const field = await fieldOf(tx, challenge.id);
  const sizes = sizesOf(challenge.reviewsPaid, prizes.length);
  return processText({
    entries: challenge.entryCount,
    people: challenge.entrantCount,
    reviewed: scored.length,
    offTheme: scored.filter(({ scores }) => missesTheme(scores[0]!)).length,
    aside: scored.filter(({ aside }) => aside).length,
    byHand: challenge.judgedBy === "people",
    best: Math.min(sizes.best, field.length),
    finalists: Math.min(sizes.finalists, field.length),
    labels: labels.map(({ label }) => label),
  });
}

async function template(tx: Tx, winners: readonly Placed[]) {
  const [first] = winners;
  const person = first && (await tx.query.users.findFirst({ where: eq(users.id, first.entrantId) }));
  return verdictText(person?.username ?? null, first?.total ?? 0);
}

type Tell = {
  challenge: Challenge;
  outcome: "empty" | "placed" | "no-contest";
  winners: readonly Placed[];
  prizes: readonly number[];
  tookPart: number[];
  now: Date;
};

async function tell(tx: Tx, { challenge, outcome, winners, prizes, tookPart, now }: Tell) {
  const won = winners.map(({ entrantId: userId, place }) => ({ userId, place, prize: prizes[place - 1]! }));
  const entrants = await entrantsOf(tx, challenge.id);
  const data = { creatorId: challenge.creatorId, outcome, winners: won, entrants, tookPart };
  await recordEvent(tx, { kind: "challenge-ended", subject: `challenge:${challenge.id}`, actorId: null, data, now });
}
