import Database from "better-sqlite3";
import { Hono } from "hono";
import { beforeEach, expect, test } from "vitest";
import { write } from "~/db/write";
import { startSession } from "~/domain/account/sessions.server";
import { voidVotesOf } from "~/domain/moderation/contests.server";
import { apiClient, read, tokenFor } from "~/tests/api-client";
import { useDatabase } from "~/tests/database";
import { makePerson, openTestCrucible, putEntry } from "~/tests/factories";
import { rowsOf } from "~/tests/judge-client";
import { useSettings } from "~/tests/settings";
import { rateLimits } from "~/web/request/rate-limit.server";
import type { Site } from "~/web/server/site.server";

useDatabase();
const configure = useSettings();

const HOUR = 3_600_000;
let crucible: number;
let judge: number;
let token: string;
let ask: ReturnType<typeof apiClient>;

/** A crucible that has been running for an hour. */
async function running(levels: number[], columns = {}) {
  const at = (hours: number) => new Date(Date.now() + hours * HOUR);
  const times = { createdAt: at(-1), startsAt: at(-1), entriesCloseAt: at(6), endsAt: at(7) };
  const id = await openTestCrucible(await makePerson(), { ...times, ...columns });
  for (const level of levels) await putEntry(id, await makePerson(), { level });
  return id;
}

beforeEach(async () => {
  configure({ API_VOTES: "true" });
  crucible = await running([1, 1, 1, 1]);
  judge = await makePerson();
  token = await tokenFor(judge, "vote");
  ask = apiClient();
});

const look = (id = crucible) => read(ask("GET", `/crucibles/${id}/pair`, { token }));
const send = (body: object, id = crucible) => read(ask("POST", `/crucibles/${id}/votes`, { token, body }));
const votes = () => rowsOf<{ side: string }>("SELECT side FROM votes WHERE judge_id = ?", judge);

test("a program sits down, votes, and an answer sent again counts once, whatever it says then", async () => {
  expect((await look()).value).toMatchObject({ current: null, offer: "take-seat" });
  expect(rowsOf("SELECT * FROM seats")).toEqual([]);
  const { done, seat } = (await send({ intent: "sit" })).value;
  expect([done, (await look()).value.current]).toEqual(["seated", seat.current]);
  const vote = { pair: seat.current.token, choice: "left" };
  const many = await Promise.all(Array.from({ length: 10 }, () => send(vote)));
  expect(many.map(({ value }) => value.done).sort()).toEqual([...Array(9).fill("answered-before"), "voted"]);
  expect((await send({ ...vote, choice: "right" })).value.done).toBe("answered-before");
  expect(votes()).toEqual([{ side: "left" }]);
  expect((await look()).value).toMatchObject({
    current: { token: seat.next.token },
    votes: 1,
    undo: { pair: vote.pair },
  });
  expect((await send({ intent: "undo", pair: vote.pair })).value.done).toBe("undone");
  expect(await send({ intent: "undo", pair: vote.pair })).toMatchObject({ status: 409, reason: "nothing-to-undo" });
});

test("a pair tells nothing of whose its sides are", async () => {
  const { current } = (await send({ intent: "sit" })).value.seat;
  expect(Object.keys(current.left).sort()).toEqual(["duels", "height", "images", "kind", "video", "width"]);
  const keys = rowsOf<{ key: string }>("SELECT key FROM media").map(({ key }) => key);
  for (const key of keys) expect(JSON.stringify(current)).not.toContain(key);
});

test("nobody votes with another judge's pair, or one that was never theirs", async () => {
  const { current } = (await send({ intent: "sit" })).value.seat;
  const other = await tokenFor(await makePerson(), "vote");
  const vote = { token: other, body: { pair: current.token, choice: "left" } };
  expect(await read(ask("POST", `/crucibles/${crucible}/votes`, vote))).toMatchObject({ reason: "not-your-pair" });
  expect(await send({ pair: "invented", choice: "left" })).toMatchObject({ status: 409, reason: "not-your-pair" });
  expect(await send({ pair: current.token, choice: "both" })).toMatchObject({ status: 400 });
  expect(votes()).toEqual([]);
});

test("entries above the judge's levels are never in a pair, and a crucible of them doesn't exist", async () => {
  const mixed = await running([1, 8, 8, 8]);
  expect(await send({ intent: "sit" }, mixed)).toMatchObject({ status: 409, reason: "too-few-entries" });
  const crude = await running([8, 8, 8], { levels: 8 });
  expect(await look(crude)).toMatchObject({ status: 404 });
  expect(await send({ intent: "sit" }, crude)).toMatchObject({ status: 404 });
});

test("the site's and the crucible's rules for judges hold, and say which", async () => {
  const strict = await running([1, 1], { judgeRule: "verified", judgeMinScore: 500 });
  const refused = { status: 403, reason: "not-eligible", value: { why: "not-verified" } };
  expect(await look(strict)).toMatchObject(refused);
  expect(await send({ intent: "sit" }, strict)).toMatchObject(refused);
  configure({ API_VOTES: "true", JUDGE_LEAST_AGE_HOURS: "8760" });
  expect(await look()).toMatchObject({ status: 403, value: { why: "too-new" } });
  configure({ API_VOTES: "true" });
  const past = await openTestCrucible(await makePerson());
  expect(await look(past)).toMatchObject({ status: 409, reason: "ended" });
  expect(await look(999_999)).toMatchObject({ status: 404 });
});

test("unless the site turns it on, programs neither see pairs nor vote", async () => {
  const { current } = (await send({ intent: "sit" })).value.seat;
  configure({});
  expect(await look()).toMatchObject({ status: 403, reason: "votes-off" });
  expect(await send({ pair: current.token, choice: "left" })).toMatchObject({ status: 403, reason: "votes-off" });
  expect(votes()).toEqual([]);
});

test("a person's votes are counted together over all tokens, at the pace of the page", async () => {
  const store = new Database(":memory:");
  ask = apiClient(store);
  const second = await tokenFor(judge, "vote");
  const body = { pair: "invented", choice: "left" };
  for (let i = 0; i < 40; i++)
    expect((await ask("POST", `/crucibles/${crucible}/votes`, { token: i % 2 ? token : second, body })).status).toBe(
      409,
    );
  const answer = await send(body);
  expect(answer).toMatchObject({ status: 429, reason: "rate-limited" });
  expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
  expect((await look()).status).toBe(200);
  store.close();
});

test("votes on the page and through the API use up one allowance", async () => {
  const store = new Database(":memory:");
  ask = apiClient(store);
  const page = new Hono<Site>();
  page.use(async (c, next) => {
    c.set("address", "203.0.113.5");
    await next();
  });
  page.use(rateLimits(store));
  page.all("*", (c) => c.text("through"));
  const session = { userId: judge, userAgent: "", now: new Date(), days: 1, replaces: null };
  const cookie = `session=${await write((tx) => startSession(tx, session))}`;
  const post = () => page.request(`/crucibles/${crucible}/judge/answers`, { method: "POST", headers: { cookie } });
  for (let i = 0; i < 39; i++) expect((await post()).status).toBe(200);
  expect((await send({ intent: "sit" })).status).toBe(200);
  expect((await send({ intent: "sit" })).status).toBe(429);
  expect((await post()).status).toBe(429);
  store.close();
});

test("votes of a program can be voided like any others", async () => {
  const { current } = (await send({ intent: "sit" })).value.seat;
  await send({ pair: current.token, choice: "left" });
  const moderator = { id: await makePerson({ role: "admin" }), role: "admin" } as const;
  const act = { moderator, crucibleId: crucible, judgeId: judge, reason: "A bot", now: new Date() };
  expect(await write((tx) => voidVotesOf(tx, act))).toMatchObject({ ok: true, votes: 1 });
});
