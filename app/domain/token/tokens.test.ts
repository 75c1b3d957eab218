import { randomBytes } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { handle } from "~/db/client";
import { write } from "~/db/write";
import { useDatabase } from "~/tests/database";
import { authenticate, endAllTokens, noteTokenUse, purgeTokens } from "./authenticating.server";
import { answerDeviceRequest, findDeviceRequest, pollDeviceCode, requestDeviceCode } from "./device-codes.server";
import { endFamily, familiesOf, refreshFamily, startFamily } from "./families.server";
import { createPersonalToken, personalTokensOf, revokePersonalToken } from "./personal.server";
import type { Scope } from "./schema";

useDatabase();

const NOW = new Date("2026-12-01T12:00:00Z");
const ANNA = 1;
const BEN = 2;

beforeEach(() => {
  const insert = handle().writer.prepare("INSERT INTO users (id, username, created_at) VALUES (?, ?, 0)");
  for (const [id, name] of [
    [ANNA, "anna"],
    [BEN, "ben"],
  ] as const)
    insert.run(id, name);
});

function later(seconds: number) {
  return new Date(NOW.getTime() + seconds * 1000);
}

function create(more: { scopes?: Scope[]; days?: number; userId?: number; name?: string; now?: Date } = {}) {
  const details = { userId: ANNA, name: "script", scopes: ["read"] as Scope[], days: 30, now: NOW, ...more };
  return write((tx) => createPersonalToken(tx, { ...details, random: randomBytes(32) }));
}

async function createdToken(more: Parameters<typeof create>[0] = {}) {
  const made = await create(more);
  if (!made.ok) throw new Error(made.reason);
  return made;
}

test("a personal token lets its person in until it expires, and only a hash of it is kept", async () => {
  const { token } = await createdToken({ scopes: ["read", "play", "read"] });
  expect(await authenticate(token, NOW)).toMatchObject({ id: ANNA, username: "anna", scopes: ["read", "play"] });
  expect(await authenticate(token, later(30 * 86_400))).toBeNull();
  expect(JSON.stringify(handle().reader.prepare("SELECT * FROM personal_tokens").all())).not.toContain(
    token.slice(0, -6),
  );
  expect(await personalTokensOf(ANNA, NOW)).toMatchObject([
    { name: "script", lastSix: token.slice(-6), lastUsedAt: null },
  ]);
});

test("tokens that can do most harm live for a week at most", async () => {
  expect(await create({ scopes: ["read", "account"], days: 8 })).toEqual({ ok: false, reason: "too-long" });
  expect(await create({ scopes: ["admin"], days: 30 })).toEqual({ ok: false, reason: "too-long" });
  expect(await create({ scopes: ["account", "admin"], days: 7 })).toMatchObject({ ok: true });
});

test("twenty at once are enough, however fast they are asked for", async () => {
  const made = await Promise.all(Array.from({ length: 40 }, (_, i) => create({ name: `script ${i}` })));
  expect(made.filter(({ ok }) => ok)).toHaveLength(20);
  expect(made.filter((one) => !one.ok && one.reason === "too-many")).toHaveLength(20);
  expect(await create({ userId: BEN })).toMatchObject({ ok: true });
});

test("a form sent twice leaves one token; later its name is taken", async () => {
  const [first, second] = [await createdToken(), await createdToken()];
  expect(await authenticate(first.token, NOW)).toBeNull();
  expect(await authenticate(second.token, NOW)).not.toBeNull();
  expect(await create({ now: later(60) })).toEqual({ ok: false, reason: "name-taken" });
  expect(await create({ userId: BEN, now: later(60) })).toMatchObject({ ok: true });
});

test("a revoked token is refused at the next request, and nobody revokes another's", async () => {
  const { token, id } = await createdToken();
  expect(await write((tx) => revokePersonalToken(tx, { userId: BEN, id }))).toEqual({ ok: false, reason: "not-found" });
  expect(await authenticate(token, NOW)).not.toBeNull();
  expect(await write((tx) => revokePersonalToken(tx, { userId: ANNA, id }))).toEqual({ ok: true, name: "script" });
  expect(await authenticate(token, NOW)).toBeNull();
});

test.each(["banned_at", "deleted_at"])("nobody with %s is let in", async (column) => {
  const { token } = await createdToken();
  const { access } = await write((tx) => startFamily(tx, family()));
  handle().writer.exec(`UPDATE users SET ${column} = 5 WHERE id = ${ANNA}`);
  expect(await authenticate(token, NOW)).toBeNull();
  expect(await authenticate(access, NOW)).toBeNull();
});

test("everything a person's programs hold ends at once", async () => {
  const { token } = await createdToken();
  const { access, refresh } = await write((tx) => startFamily(tx, family()));
  const bens = await createdToken({ userId: BEN });
  await write((tx) => endAllTokens(tx, ANNA));
  expect(await authenticate(token, NOW)).toBeNull();
  expect(await authenticate(access, NOW)).toBeNull();
  expect(await write((tx) => refreshFamily(tx, { token: refresh, now: NOW }))).toEqual({
    ok: false,
    reason: "invalid",
  });
  expect(await authenticate(bens.token, NOW)).toMatchObject({ id: BEN });
});

test("the owner sees when a token was last used", async () => {
  const { token } = await createdToken();
  const { access } = await write((tx) => startFamily(tx, family()));
  for (const one of [token, access]) {
    const holder = (await authenticate(one, NOW))!;
    await write((tx) => noteTokenUse(tx, holder, later(5)));
  }
  expect(await personalTokensOf(ANNA, NOW)).toMatchObject([{ lastUsedAt: later(5) }]);
  expect(await familiesOf(ANNA, NOW)).toMatchObject([{ client: "crucible-cli", lastUsedAt: later(5) }]);
});

function family() {
  const scopes: Scope[] = ["read", "play"];
  return { userId: ANNA, client: "crucible-cli" as const, scopes, random: randomBytes, now: NOW };
}

function refresh(token: string, now: Date) {
  return write((tx) => refreshFamily(tx, { token, now }));
}

async function refreshed(token: string, now: Date) {
  const pair = await refresh(token, now);
  if (!pair.ok) throw new Error(pair.reason);
  return pair;
}

test("an access token lasts fifteen minutes; the refresh token gets the next pair", async () => {
  const first = await write((tx) => startFamily(tx, family()));
  expect(await authenticate(first.access, later(899))).toMatchObject({ id: ANNA, scopes: ["read", "play"] });
  expect(await authenticate(first.access, later(900))).toBeNull();
  const second = await refreshed(first.refresh, later(900));
  expect(second).toMatchObject({ scopes: ["read", "play"], expiresIn: 900 });
  expect(await authenticate(second.access, later(901))).toMatchObject({ id: ANNA });
});

test("twenty who refresh at once get one pair, and nobody is signed out", async () => {
  const first = await write((tx) => startFamily(tx, family()));
  const pairs = await Promise.all(Array.from({ length: 20 }, (_, i) => refreshed(first.refresh, later(600 + i))));
  expect(new Set(pairs.map(({ access, refresh }) => access + refresh)).size).toBe(1);
  expect(pairs[19]!.expiresIn).toBe(900 - 19);
  expect(await authenticate(pairs[0]!.access, later(650))).toMatchObject({ id: ANNA });
  expect(await refreshed(pairs[7]!.refresh, later(700))).toMatchObject({ ok: true });
});

test("a refresh token used again after a minute ends the family, for the thief as for the owner", async () => {
  const first = await write((tx) => startFamily(tx, family()));
  const second = await refreshed(first.refresh, NOW);
  expect(await refresh(first.refresh, later(61))).toEqual({
    ok: false,
    reason: "reuse",
    userId: ANNA,
    client: "crucible-cli",
  });
  expect(await authenticate(second.access, later(62))).toBeNull();
  expect(await refresh(second.refresh, later(62))).toEqual({ ok: false, reason: "invalid" });
});

test("a token from three turns ago ends the family within the minute, too", async () => {
  const first = await write((tx) => startFamily(tx, family()));
  const second = await refreshed(first.refresh, NOW);
  const third = await refreshed(second.refresh, later(1));
  expect(await refresh(first.refresh, later(2))).toMatchObject({ ok: false, reason: "reuse" });
  expect(await authenticate(third.access, later(3))).toBeNull();
});

test("a week without use signs a program out, and no other kind of token refreshes anything", async () => {
  const first = await write((tx) => startFamily(tx, family()));
  expect(await refresh(first.refresh, later(7 * 86_400 + 1))).toEqual({ ok: false, reason: "invalid" });
  expect(await refresh(first.access, NOW)).toEqual({ ok: false, reason: "invalid" });
  const { token } = await createdToken();
  expect(await refresh(token, NOW)).toEqual({ ok: false, reason: "invalid" });
  expect(await familiesOf(ANNA, later(7 * 86_400 + 1))).toEqual([]);
});

test("a program is signed out by its owner and by nobody else", async () => {
  const { access } = await write((tx) => startFamily(tx, family()));
  const id = (await familiesOf(ANNA, NOW))[0]!.id;
  expect(await write((tx) => endFamily(tx, { userId: BEN, id }))).toEqual({ ok: false, reason: "not-found" });
  expect(await write((tx) => endFamily(tx, { userId: ANNA, id }))).toEqual({ ok: true, client: "crucible-cli" });
  expect(await authenticate(access, NOW)).toBeNull();
});

function ask() {
  const request = { client: "crucible-editor" as const, scopes: ["read"] as Scope[], network: "203.0.113.0/24" };
  return write((tx) => requestDeviceCode(tx, { ...request, random: randomBytes, now: NOW }));
}

function poll(deviceCode: string, now: Date, client = "crucible-editor") {
  return write((tx) => pollDeviceCode(tx, { deviceCode, client, random: randomBytes, now }));
}

function answer(userCode: string, allowed: boolean, now = NOW) {
  return write((tx) => answerDeviceRequest(tx, { userCode, userId: BEN, allowed, now }));
}

test("a device waits, is let in by the person who typed its code, and gets its tokens once", async () => {
  const { deviceCode, userCode, interval } = await ask();
  expect(userCode).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{8}$/);
  expect(interval).toBe(5);
  expect(await poll(deviceCode, later(5))).toEqual({ ok: false, reason: "authorization_pending" });
  expect(await findDeviceRequest(userCode, NOW)).toMatchObject({
    client: "crucible-editor",
    network: "203.0.113.0/24",
  });
  expect(await answer(userCode, true)).toEqual({ ok: true, client: "crucible-editor" });
  const tokens = await poll(deviceCode, later(10));
  expect(tokens.ok && (await authenticate(tokens.access, later(11)))).toMatchObject({ id: BEN, scopes: ["read"] });
  expect(await poll(deviceCode, later(15))).toEqual({ ok: false, reason: "invalid_grant" });
});

test("a device that asks too often is slowed down, five seconds more each time", async () => {
  const { deviceCode } = await ask();
  expect(await poll(deviceCode, later(0))).toMatchObject({ reason: "authorization_pending" });
  expect(await poll(deviceCode, later(4))).toMatchObject({ reason: "slow_down" });
  expect(await poll(deviceCode, later(13))).toMatchObject({ reason: "slow_down" });
  expect(await poll(deviceCode, later(28))).toMatchObject({ reason: "authorization_pending" });
});

test("a code that was refused, has expired or belongs to another program gets nothing", async () => {
  const refused = await ask();
  await answer(refused.userCode, false);
  expect(await poll(refused.deviceCode, later(5))).toMatchObject({ reason: "access_denied" });
  const expired = await ask();
  expect(await answer(expired.userCode, true, later(900))).toEqual({ ok: false, reason: "not-found" });
  expect(await poll(expired.deviceCode, later(900))).toMatchObject({ reason: "expired_token" });
  const others = await ask();
  await answer(others.userCode, true);
  expect(await poll(others.deviceCode, later(5), "crucible-cli")).toMatchObject({ reason: "invalid_grant" });
  expect(await poll("nothing", NOW)).toMatchObject({ reason: "invalid_grant" });
});

test("twenty answers to one code make one, and twenty polls one pair of tokens", async () => {
  const { deviceCode, userCode } = await ask();
  const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => answer(userCode, i % 2 === 0)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  const polls = await Promise.all(Array.from({ length: 20 }, () => poll(deviceCode, later(30))));
  expect(polls.filter(({ ok }) => ok)).toHaveLength(1);
});

test("what ended thirty days ago is forgotten, and nothing else", async () => {
  const short = await createdToken({ days: 7 });
  await createdToken({ days: 60 });
  await ask();
  await write((tx) => startFamily(tx, family()));
  await write((tx) => purgeTokens(tx, later(37 * 86_400)));
  const left = (table: string) => handle().reader.prepare(`SELECT count(*) AS n FROM ${table}`).get() as { n: number };
  expect([left("personal_tokens").n, left("device_codes").n, left("token_families").n]).toEqual([1, 0, 0]);
  expect(await authenticate(short.token, NOW)).toBeNull();
});
