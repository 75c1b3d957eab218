import { and, eq, gte, inArray, sql } from "drizzle-orm";
import type { Tx } from "~/db/client";
import { challenges } from "~/db/schema/challenge";
import { challengeWinners } from "~/db/schema/challenge-entry";
import { balanceOf, blueWallet, holding, house, mint, wallet } from "~/domain/wallet/accounts.server";
import { transfer } from "~/domain/wallet/transferring.server";
import { sponsorOf } from "../opening/opening.server";
import { takingPart, winnersRestDays } from "../schema";
import type { Standing } from "./standings";

const DAY = 86_400_000;

export type Challenge = typeof challenges.$inferSelect;
export type Placed = Standing & { place: number };

/** People who won a challenge of the site’s in the last days: they are scored, and not placed in another. */
export async function restingWinners(tx: Tx, now: Date) {
  const recent = and(
    eq(challenges.source, "system"),
    eq(challenges.status, "completed"),
    gte(challenges.finishedAt, new Date(now.getTime() - winnersRestDays * DAY)),
  );
  const rows = await tx
    .selectDistinct({ userId: challengeWinners.userId })
    .from(challengeWinners)
    .innerJoin(challenges, eq(challenges.id, challengeWinners.challengeId))
    .where(recent);
  return new Set(rows.map(({ userId }) => userId));
}

type PayWinners = { challenge: Challenge; prizes: readonly number[]; placed: readonly Placed[]; now: Date };

/** Pays each prize to the person in its place. A prize is keyed by challenge and person, never by the place. */
export async function payWinners(tx: Tx, { challenge, prizes, placed, now }: PayWinners) {
  const subject = `challenge:${challenge.id}` as const;
  const from = holding("challenge-prizes", subject);
  for (const { place, entrantId: userId, id: entryId } of placed.slice(0, prizes.length)) {
    const amount = prizes[place - 1]!;
    const key = `challenge-prize:${challenge.id}:${userId}`;
    const reason = `Place ${place}`;
    const paid = await transfer(tx, {
      ...{ key, kind: "prize", from, to: wallet(userId), amount, subject },
      ...{ actorId: null, reason, now },
    });
    if (!paid.ok) throw new Error(`${key} could not be paid: ${paid.reason}.`);
    const row = { challengeId: challenge.id, place, userId, entryId, prize: amount, transferId: paid.transferId };
    await tx.insert(challengeWinners).values(row);
  }
}

type Closing = { challenge: Challenge; actorId: number | null; now: Date };

/** What was used of the looks goes to the house, and all that is left in both accounts back to the sponsor. */
export async function closeAccounts(tx: Tx, { challenge, actorId, now }: Closing) {
  const subject = `challenge:${challenge.id}` as const;
  const [prizes, looks] = [holding("challenge-prizes", subject), holding("challenge-looks", subject)];
  const about = { subject, actorId, now };
  const used = Math.min(await balanceOf(tx, looks), challenge.looksUsed * challenge.lookPrice);
  const deeds = { kind: "looks-used", from: looks, to: house, amount: used } as const;
  if (used > 0) await settle(tx, { ...about, ...deeds, key: `looks-used:${challenge.id}` });
  const returned = { prizes: 0, looks: 0 };
  for (const [part, from] of [
    ["prizes", prizes],
    ["looks", looks],
  ] as const) {
    const amount = await balanceOf(tx, from);
    returned[part] = amount;
    const rest = { kind: "unspent", from, to: sponsorOf(challenge), amount } as const;
    if (amount > 0) await settle(tx, { ...about, ...rest, key: `challenge-rest:${challenge.id}:${part}` });
  }
  return { used, ...returned };
}

async function settle(tx: Tx, payment: Parameters<typeof transfer>[1]) {
  const done = await transfer(tx, payment);
  if (!done.ok) throw new Error(`${payment.key} could not be paid: ${done.reason}.`);
}

type Rewards = { challenge: Challenge; winners: readonly Placed[]; tookPart: readonly number[]; now: Date };

/** A challenge of the site’s: blue Buzz for those who took part and won nothing, and points for everyone. Returns who got blue Buzz. */
export async function rewardAll(tx: Tx, { challenge, winners, tookPart, now }: Rewards) {
  if (challenge.source !== "system") return [];
  const won = new Set(winners.map(({ entrantId }) => entrantId));
  for (const { place, entrantId } of winners) await addPoints(tx, [entrantId], takingPart.placePoints[place - 1] ?? 0);
  const others = tookPart.filter((userId) => !won.has(userId));
  for (const userId of others) {
    const key = `took-part:${challenge.id}:${userId}`;
    const gift = { kind: "took-part", from: mint, to: blueWallet(userId) } as const;
    const about = { subject: `challenge:${challenge.id}`, actorId: null, now } as const;
    await settle(tx, { key, ...gift, amount: takingPart.blue, ...about });
  }
  await addPoints(tx, others, takingPart.points);
  return others;
}

function addPoints(tx: Tx, people: readonly number[], points: number) {
  return tx.run(sql`UPDATE users SET score = score + ${points}
    WHERE deleted_at IS NULL AND id IN (SELECT value FROM json_each(${JSON.stringify(people)}))`);
}

/** People with enough entries that were not out of the theme, among `entries`. */
export function tookPart(entries: readonly { entrantId: number; onTheme: boolean }[]) {
  const counts = new Map<number, number>();
  for (const { entrantId, onTheme } of entries) if (onTheme) counts.set(entrantId, (counts.get(entrantId) ?? 0) + 1);
  return [...counts].filter(([, count]) => count >= takingPart.entries).map(([userId]) => userId);
}

/** The rows of a challenge that is not over, for a compare-and-set. */
export function notOver(challengeId: number) {
  return and(eq(challenges.id, challengeId), inArray(challenges.status, ["scheduled", "active", "completing"]));
}
