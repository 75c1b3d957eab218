import { expect, test } from "vitest";
import { ALL_RATINGS } from "~/domain/media/content-ratings";
import { enter, makePainted, openTestChallenge, settle } from "~/tests/challenges";
import { useDatabase } from "~/tests/database";
import { hoursLater, makePerson } from "~/tests/factories";
import { useJudge } from "~/tests/use-judge";
import { challengesBy, countEnteredBy, honors, leaderboard, personStats } from "./people.server";

const { folder } = useDatabase();
useJudge(folder);

const guest = { id: null, levels: ALL_RATINGS, moderator: false };

test("nothing on a profile tells that somebody entered a challenge that runs", async () => {
  const person = await makePerson({ buzz: 0 });
  const id = await openTestChallenge({ creatorId: null });
  await enter(id, person, [await makePainted(folder(), person, 200)]);
  const shown = { userId: person, viewer: guest, show: "entered", limit: 9, now: hoursLater(2) } as const;
  expect(await personStats({ userId: person, own: false })).toMatchObject({ entered: 0, best: null });
  expect((await honors({ userId: person, own: false })).streak).toEqual({ now: 0, longest: 0 });
  expect((await challengesBy(shown)).items).toEqual([]);
  expect(await countEnteredBy(person, guest)).toBe(0);
  expect((await honors({ userId: person, own: true })).streak.now).toBe(1);

  await settle(hoursLater(25));
  expect(await personStats({ userId: person, own: false })).toMatchObject({ entered: 1, placed: 1, buzz: 300 });
  expect((await challengesBy({ ...shown, now: hoursLater(26) })).items).toHaveLength(1);
  const { badges, streak } = await honors({ userId: person, own: false });
  expect(badges.map(({ name }) => name)).toEqual(["first-entry", "first-win"]);
  expect(streak).toEqual({ now: 1, longest: 1 });
  expect(await leaderboard({ by: "wins", since: null, limit: 9 })).toMatchObject([
    { userId: person, wins: 1, rank: 1 },
  ]);
  expect(await leaderboard({ by: "wins", since: hoursLater(48), limit: 9 })).toEqual([]);
});
