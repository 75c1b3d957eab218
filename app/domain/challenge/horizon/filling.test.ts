import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { reader } from "~/db/client";
import { challenges } from "~/db/schema/challenge";
import { write } from "~/db/write";
import { seededRandom } from "~/domain/contest/random";
import { openTestChallenge } from "~/tests/challenges";
import { useDatabase } from "~/tests/database";
import { hoursLater, makePerson, NOON } from "~/tests/factories";
import { cancelChallenge } from "../ending/canceling.server";
import { startDueChallenges } from "../opening/starting.server";
import { fillHorizon, horizon } from "./filling.server";

useDatabase();

function fill(now = NOON, days = 30, seed = 1) {
  return fillHorizon({ now, days, random: seededRandom(seed), salts: () => "a salt" });
}

test("thirty days are filled once, each with a theme of its own, from midnight on", async () => {
  expect(await fill()).toBe(30);
  expect(await fill()).toBe(0);
  const opened = await reader().query.challenges.findMany();
  expect(new Set(opened.map(({ theme }) => theme)).size).toBe(30);
  expect(opened[0]).toMatchObject({
    source: "system",
    creatorId: null,
    status: "scheduled",
    madeForThis: true,
    level: 1,
  });
  expect(opened[0]!.startsAt).toEqual(hoursLater(12));
  expect(opened.map(({ startsAt }) => startsAt.getTime() % 86_400_000)).toEqual(Array.from({ length: 30 }, () => 0));
});

test("the next night adds one, and it starts by itself", async () => {
  await fill();
  expect(await fill(hoursLater(24))).toBe(1);
  expect(await write((tx) => startDueChallenges(tx, { now: hoursLater(12) }))).toBe(1);
});

test("two runs at once fill each day once", async () => {
  const done = await Promise.all([fill(NOON, 10, 1), fill(NOON, 10, 2), fill(NOON, 10, 3)]);
  expect(done.reduce((a, b) => a + b)).toBe(10);
  expect(await reader().$count(challenges)).toBe(10);
});

test("no theme comes back within 90 days", async () => {
  for (let night = 0; night < 100; night += 1) await fill(hoursLater(24 * night), 1, night);
  const opened = await reader().query.challenges.findMany({ orderBy: (table, { asc }) => asc(table.startsAt) });
  for (const [at, { theme }] of opened.entries())
    expect(opened.slice(Math.max(0, at - 89), at).map((one) => one.theme)).not.toContain(theme);
});

test("a day on which a challenge of like prizes starts is left to it", async () => {
  const creator = await makePerson({ buzz: 5000 });
  const startsAt = hoursLater(36);
  await openTestChallenge({ creatorId: creator, terms: { startsAt, prizes: [600, 400] } });
  await openTestChallenge({ creatorId: creator, terms: { startsAt: hoursLater(60), prizes: [100] } });
  expect(await fill(NOON, 3)).toBe(2);
  expect((await horizon(NOON, 3)).map(({ state }) => state)).toEqual(["filled", "open", "filled"]);
});

test("a day whose challenge is canceled is not filled again", async () => {
  await fill(NOON, 1);
  const moderator = await makePerson({ role: "moderator" });
  await write((tx) => cancelChallenge(tx, { actorId: moderator, challengeId: 1, reason: "A test", now: NOON }));
  expect(await fill(NOON, 1)).toBe(0);
  const row = await reader().query.challenges.findFirst({ where: eq(challenges.id, 1) });
  expect(row).toMatchObject({ status: "cancelled" });
});
