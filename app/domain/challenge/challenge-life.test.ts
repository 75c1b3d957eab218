import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { handle, reader } from "~/db/client";
import { challengeEntries, challengeReviews, challengeWinners } from "~/db/schema/challenge-entry";
import { write } from "~/db/write";
import { balanceOf, blueWallet, holding, house, wallet } from "~/domain/wallet/accounts.server";
import { enter, findChallenge as find, makePainted, openTestChallenge, settle } from "~/tests/challenges";
import { useJudge } from "~/tests/use-judge";
import { useDatabase } from "~/tests/database";
import { hoursLater, makePerson } from "~/tests/factories";
import { cancelChallenge, endNow } from "./ending/canceling.server";
import { withdrawEntry } from "./entering/withdrawing.server";
import { setJudge } from "./judge/port.server";
import { reviewByHand, toReview } from "./reviewing/by-hand.server";

const { folder } = useDatabase();
const { server, enterPeople } = useJudge(folder);

function balances(id: number) {
  const subject = `challenge:${id}` as const;
  return Promise.all([
    balanceOf(reader(), holding("challenge-prizes", subject)),
    balanceOf(reader(), holding("challenge-looks", subject)),
  ]);
}

test("from opening to being paid: reviews, rounds, a final, places and every Buzz accounted for", async () => {
  const creator = await makePerson({ buzz: 2000 });
  const id = await openTestChallenge({ creatorId: creator });
  expect(await balances(id)).toEqual([600, 2 * (10 + 25 + 30 + 1)]);
  const people = await enterPeople(id, 8);
  await settle(hoursLater(2));
  expect(await find(id)).toMatchObject({ status: "active", reviewCount: 8, pinnedModel: "test/eyes" });

  await settle(hoursLater(25));
  const ended = (await find(id))!;
  expect(ended).toMatchObject({ status: "completed", outcome: "placed", verdict: "Light won.", stage: 7 });
  expect(await balances(id)).toEqual([0, 0]);
  const winners = await reader().query.challengeWinners.findMany();
  expect(winners.map(({ place, userId, prize }) => [place, userId, prize])).toEqual([
    [1, people[7], 300],
    [2, people[6], 200],
    [3, people[5], 100],
  ]);
  const looks = 8 + 5 * 4 + 30 + 1;
  expect(ended.looksUsed).toBe(looks);
  expect(await balanceOf(reader(), house)).toBe(2 * looks);
  expect(await balanceOf(reader(), wallet(creator))).toBe(2000 - 600 - 2 * looks);
  const places = await reader().query.challengeEntries.findMany();
  expect(places.map(({ place }) => place)).toEqual([8, 7, 6, 5, 4, 3, 2, 1]);
});

test("what is sent out names nobody and nothing", async () => {
  const creator = await makePerson({ buzz: 2000, username: "the-creator" });
  const id = await openTestChallenge({ creatorId: creator });
  const [person] = await enterPeople(id, 1);
  await settle(hoursLater(2));
  const review = server().asked.at(-1)!;
  expect(review.text).not.toMatch(/the-creator|Heavy Weather\b|challenge:/);
  expect(review.text).toMatch(/<<([0-9a-f]{16})>>\nHeavy weather\n<<\/\1>>/);
  expect(review.body.response_format.json_schema.strict).toBe(true);
  expect(review.body).toMatchObject({ provider: { require_parameters: true, data_collection: "deny" } });
  expect(review.pictures).toHaveLength(1);
  expect(person).toBeGreaterThan(0);
});

test("with no judge people score by the same form, and the totals decide", async () => {
  setJudge(null);
  const creator = await makePerson({ buzz: 2000 });
  const id = await openTestChallenge({ creatorId: creator });
  expect(await balances(id)).toEqual([600, 0]);
  const people = await enterPeople(id, 3);
  await settle(hoursLater(25));
  expect(await find(id)).toMatchObject({ status: "completing" });
  const reviewer = { id: creator, moderator: false };
  for (let left = 3; left > 0; left -= 1) {
    const next = (await toReview(id, reviewer, null))!;
    expect(next.left).toBe(left);
    const entry = (await reader().query.challengeEntries.findFirst({ where: eq(challengeEntries.id, next.entryId!) }))!;
    const score = 2 + people.indexOf(entry.entrantId) * 3;
    const given = { scores: [score, score], words: "Seen and weighed by hand.", now: hoursLater(26) };
    expect(await write((tx) => reviewByHand(tx, { reviewer, challengeId: id, entryId: entry.id, ...given }))).toEqual({
      ok: true,
    });
  }
  await settle(hoursLater(26));
  expect(await find(id)).toMatchObject({ status: "completed", outcome: "placed", looksUsed: 0 });
  const winners = await reader().query.challengeWinners.findMany();
  expect(winners.map(({ userId }) => userId)).toEqual([...people].reverse());
});

test("nobody scores a picture of their own, and nobody else’s challenge", async () => {
  setJudge(null);
  const [creator, moderator] = [await makePerson({ buzz: 2000 }), await makePerson({ role: "moderator" })];
  const id = await openTestChallenge({ creatorId: creator });
  const [entryId] = await enter(id, moderator, [await makePainted(folder(), moderator, 200)]);
  expect((await toReview(id, { id: moderator, moderator: true }, entryId!))!.entryId).toBeNull();
  expect(await toReview(id, { id: await makePerson(), moderator: false }, null)).toBeNull();
  const given = { scores: [10, 10], words: "My own is the best.", now: hoursLater(2) };
  const own = { reviewer: { id: moderator, moderator: true }, challengeId: id, entryId: entryId!, ...given };
  expect(await write((tx) => reviewByHand(tx, own))).toEqual({ ok: false, reason: "done-already" });
});

test("hands that never come: after 48 hours what is known decides, and with nothing known all goes back", async () => {
  setJudge(null);
  const creator = await makePerson({ buzz: 2000 });
  const id = await openTestChallenge({ creatorId: creator });
  await enterPeople(id, 2);
  await settle(hoursLater(24));
  await settle(hoursLater(24 + 47));
  expect(await find(id)).toMatchObject({ status: "completing" });
  await settle(hoursLater(24 + 48));
  expect(await find(id)).toMatchObject({ status: "completed", outcome: "no-contest" });
  expect(await balanceOf(reader(), wallet(creator))).toBe(2000);
});

test("no entries: everything goes back", async () => {
  const creator = await makePerson({ buzz: 2000 });
  const id = await openTestChallenge({ creatorId: creator });
  await settle(hoursLater(25));
  expect(await find(id)).toMatchObject({ status: "completed", outcome: "empty" });
  expect(await balanceOf(reader(), wallet(creator))).toBe(2000);
  expect(await balances(id)).toEqual([0, 0]);
});

test("one person is first, if they are on the theme", async () => {
  const creator = await makePerson({ buzz: 4000 });
  const [alone, off] = [
    await openTestChallenge({ creatorId: creator }),
    await openTestChallenge({ creatorId: creator }),
  ];
  const person = await makePerson({ buzz: 0 });
  await enter(alone, person, [await makePainted(folder(), person, 200)]);
  await enter(off, person, [await makePainted(folder(), person, 10)]);
  await settle(hoursLater(25));
  expect(await find(alone)).toMatchObject({ outcome: "placed" });
  expect(await find(off)).toMatchObject({ outcome: "no-contest" });
  expect(await balanceOf(reader(), wallet(person))).toBe(300);
});

test("one person can’t take two places", async () => {
  const creator = await makePerson({ buzz: 2000 });
  const id = await openTestChallenge({ creatorId: creator });
  const [many, other] = [await makePerson({ buzz: 0 }), await makePerson({ buzz: 0 })];
  const media = [];
  for (const light of [250, 240, 230, 220]) media.push(await makePainted(folder(), many, light));
  await enter(id, many, media);
  await enter(id, other, [await makePainted(folder(), other, 100)]);
  await settle(hoursLater(25));
  expect(await balanceOf(reader(), wallet(many))).toBe(300);
  expect(await balanceOf(reader(), wallet(other))).toBe(200);
});

test("the site’s own gives blue Buzz and points, and last week’s winner is not placed again", async () => {
  const [first, second] = [await makePerson({ buzz: 0 }), await makePerson({ buzz: 0 })];
  const one = await openTestChallenge({ creatorId: null });
  await enter(one, first, [await makePainted(folder(), first, 250)]);
  const three = [];
  for (const light of [90, 95, 100]) three.push(await makePainted(folder(), second, light));
  await enter(one, second, three);
  await settle(hoursLater(25));
  expect(await balanceOf(reader(), wallet(first))).toBe(300);
  expect(await balanceOf(reader(), wallet(second))).toBe(200);
  const two = await openTestChallenge({ creatorId: null, now: hoursLater(30), terms: { prizes: [100] } });
  await enter(two, first, [await makePainted(folder(), first, 250)], hoursLater(31));
  const third = await makePerson({ buzz: 0 });
  const more = [];
  for (const light of [80, 85, 90]) more.push(await makePainted(folder(), third, light));
  await enter(two, third, more, hoursLater(31));
  const fourth = await makePerson({ buzz: 0 });
  const last = [];
  for (const light of [60, 65, 70]) last.push(await makePainted(folder(), fourth, light));
  await enter(two, fourth, last, hoursLater(31));
  await settle(hoursLater(56));
  expect(await balanceOf(reader(), wallet(first))).toBe(300);
  expect(await balanceOf(reader(), wallet(third))).toBe(100);
  expect(await balanceOf(reader(), blueWallet(fourth))).toBe(20);
  const score = async (id: number) =>
    (await reader().query.users.findFirst({ where: (u, { eq }) => eq(u.id, id) }))!.score;
  expect([await score(first), await score(second), await score(third), await score(fourth)]).toEqual([
    150, 100, 150, 10,
  ]);
});

test("entering the same pixels again brings the old review, and no second look", async () => {
  const id = await openTestChallenge({ creatorId: await makePerson({ buzz: 2000 }) });
  const person = await makePerson();
  const mediaId = await makePainted(folder(), person, 200);
  const [entryId] = await enter(id, person, [mediaId]);
  await settle(hoursLater(2));
  expect(
    await write((tx) => withdrawEntry(tx, { entrantId: person, entryId: entryId!, now: hoursLater(3) })),
  ).toMatchObject({ ok: true });
  await enter(id, person, [mediaId], hoursLater(4));
  await settle(hoursLater(5));
  expect(await reader().$count(challengeReviews)).toBe(1);
  expect(await find(id)).toMatchObject({
    reviewCount: 1,
    looksUsed: 1,
    reviewsTaken: 1,
    entryCount: 1,
    entrantCount: 1,
  });
});

test("ending early picks winners; voiding gives back what was not used", async () => {
  const creator = await makePerson({ buzz: 4000 });
  const [early, voided] = [
    await openTestChallenge({ creatorId: creator }),
    await openTestChallenge({ creatorId: creator }),
  ];
  const [person] = await enterPeople(early, 1);
  await enterPeople(voided, 2);
  await settle(hoursLater(2));
  expect(await write((tx) => endNow(tx, { challengeId: early, now: hoursLater(3) }))).toEqual({ ok: true });
  const act = { actorId: creator, challengeId: voided, reason: "A test", now: hoursLater(3) };
  expect(await write((tx) => cancelChallenge(tx, act))).toMatchObject({ ok: true, prizes: 600, used: 4 });
  await settle(hoursLater(3));
  expect(await find(early)).toMatchObject({ status: "completed" });
  expect(await find(voided)).toMatchObject({ status: "cancelled" });
  expect(await balanceOf(reader(), wallet(person!))).toBe(300);
  expect(await write((tx) => cancelChallenge(tx, { ...act, challengeId: early }))).toEqual({
    ok: false,
    reason: "over",
  });
});

test("the database refuses an end with Buzz in its accounts, a way back, and a changed review", async () => {
  const id = await openTestChallenge({ creatorId: await makePerson({ buzz: 2000 }) });
  await enterPeople(id, 1);
  await settle(hoursLater(2));
  const run = (sql: string) => () => handle().writer.prepare(sql).run();
  expect(run(`UPDATE challenges SET status = 'cancelled', cancel_reason = 'x' WHERE id = ${id}`)).toThrow(
    "must be empty",
  );
  expect(run(`UPDATE challenges SET status = 'scheduled' WHERE id = ${id}`)).toThrow("no such change of state");
  expect(run("UPDATE challenge_reviews SET total = 1000")).toThrow("stays as it was given");
  expect(run(`DELETE FROM challenges WHERE id = ${id}`)).toThrow("never deleted");
  await settle(hoursLater(25));
  expect(run("DELETE FROM challenge_winners")).toThrow("winners stay");
  expect(await reader().$count(challengeWinners)).toBe(1);
});
