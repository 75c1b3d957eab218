import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { reader } from "~/db/client";
import { challenges } from "~/db/schema/challenge";
import { challengeWinners } from "~/db/schema/challenge-entry";
import { accounts, transfers } from "~/db/schema/wallet";
import { write } from "~/db/write";
import { seededRandom } from "~/domain/contest/random";
import { setJudge } from "~/domain/challenge/judge/port.server";
import { balanceOf, mint, wallet } from "~/domain/wallet/accounts.server";
import { transfer } from "~/domain/wallet/transferring.server";
import { enter, openTestChallenge } from "~/tests/challenges";
import { useDatabase } from "~/tests/database";
import { hoursLater, makeMedia, makePerson, NOON } from "~/tests/factories";
import { topUp } from "../opening/topping-up.server";
import { reviewByHand } from "../reviewing/by-hand.server";
import { advanceEndedChallenges } from "./advancing.server";
import { cancelChallenge, endNow } from "./canceling.server";

useDatabase();

const RACES = 200;

/** A challenge that people judge, with an entry that is scored: all that is left is to end it. */
async function readyToEnd(creator: number, entrant: number) {
  setJudge(null);
  const id = await openTestChallenge({ creatorId: creator, terms: { prizes: [100], durationHours: 4 } });
  const [entryId] = await enter(id, entrant, [await makeMedia(entrant)]);
  const reviewer = { id: creator, moderator: false };
  const given = { scores: [8, 8], words: "Good enough for a test.", now: hoursLater(2) };
  await write((tx) => reviewByHand(tx, { reviewer, challengeId: id, entryId: entryId!, ...given }));
  return id;
}

test(`void, end, two jobs and the owner at once, ${RACES} times: one outcome, one payment, empty accounts`, async () => {
  const random = seededRandom(7);
  const [creator, entrant] = [await makePerson({ buzz: 100 }), await makePerson({ buzz: 0 })];
  let won = 0;
  for (let race = 0; race < RACES; race += 1) {
    const id = await readyToEnd(creator, entrant);
    const now = random() < 0.5 ? hoursLater(5) : hoursLater(3);
    const act = { actorId: creator, challengeId: id, reason: "A race", now };
    const racers = [
      () => later(Math.floor(random() * 12), () => write((tx) => cancelChallenge(tx, act))),
      () => write((tx) => endNow(tx, { challengeId: id, now })),
      () => advanceEndedChallenges({ now }),
      () => advanceEndedChallenges({ now }),
      () => write((tx) => topUp(tx, { creatorId: creator, challengeId: id, reviews: 10, now })),
    ].sort(() => random() - 0.5);
    await Promise.all(racers.map((run) => run()));
    await advanceEndedChallenges({ now: hoursLater(6) });
    const after = (await reader().query.challenges.findFirst({ where: eq(challenges.id, id) }))!;
    expect(["completed", "cancelled"]).toContain(after.status);
    if (after.status === "completed") won += 1;
    // The winner gives the prize back for the next race, so that only this race's Buzz moves.
    expect(await reader().$count(challengeWinners, eq(challengeWinners.challengeId, id))).toBe(
      after.status === "completed" ? 1 : 0,
    );
    if (after.status === "completed") await giveBack(entrant, creator);
    expect(await balanceOf(reader(), wallet(creator))).toBe(100);
  }
  expect(won).toBeGreaterThan(RACES / 10);
  expect(won).toBeLessThan(RACES - RACES / 10);
  const kinds = sql`${accounts.kind} IN ('challenge-prizes', 'challenge-looks')`;
  expect(await reader().$count(accounts, sql`${kinds} AND (${accounts.balance} <> 0 OR ${accounts.closed} = 0)`)).toBe(
    0,
  );
  expect(await reader().$count(transfers, sql`idempotency_key LIKE 'challenge-prize:%'`)).toBe(won);
});

/** The job takes several writes; whoever voids comes before any of them, or after all. */
async function later(writes: number, run: () => Promise<unknown>) {
  for (let at = 0; at < writes; at += 1) await write(() => Promise.resolve());
  return run();
}

/** Moves a prize of 100 from one wallet to another, by the mint. */
async function giveBack(from: number, to: number) {
  const about = { subject: `user:${to}`, actorId: null, now: NOON } as const;
  const key = `back:${from}:${await reader().$count(transfers)}`;
  await write(async (tx) => {
    await transfer(tx, { key, kind: "adjustment", from: wallet(from), to: mint, amount: 100, ...about });
    await transfer(tx, { key: `${key}:2`, kind: "adjustment", from: mint, to: wallet(to), amount: 100, ...about });
  });
}
