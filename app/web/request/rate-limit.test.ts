import { Hono } from "hono";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openLimits } from "~/db/limits";
import { createDeviceToken } from "~/domain/account/devices.server";
import { useDatabase } from "~/tests/database";
import { makePerson } from "~/tests/factories";
import { useSettings } from "~/tests/settings";
import { rateLimits } from "./rate-limit.server";
import type { Site } from "../server/site.server";

useDatabase();
const settle = useSettings();
let site: Hono<Site>;
let address = "";

beforeEach(() => {
  settle({ APP_URL: "http://localhost" });
  vi.useFakeTimers({ toFake: ["Date"] });
  address = "192.0.2.1";
  site = new Hono<Site>();
  site.use(async (c, next) => {
    c.set("address", address);
    await next();
  });
  site.use(rateLimits(openLimits(":memory:")));
  site.all("*", (c) => c.text("through"));
});

afterEach(() => {
  vi.useRealTimers();
});

async function post(path: string, body: BodyInit = new URLSearchParams(), headers: Record<string, string> = {}) {
  const init = {
    method: "POST",
    headers: { origin: "http://localhost", ...headers },
    body,
    duplex: "half",
  } as RequestInit;
  return (await site.request(`http://localhost${path}`, init)).status;
}

test("an address is counted as one however it is spelt", async () => {
  for (let tries = 0; tries < 35; tries++) await post("/sign-up");
  for (const path of ["/sign-up", "//SIGN-UP", "/sign-up.data", "/sign%2Dup/", "/Sign-%55p//"])
    expect(await post(path)).toBe(200);
  for (const path of ["/sign-up", "/sign-UP/", "/%73ign-up", "/sign-up?index", "/./sign-up%2edata?_data"])
    expect(await post(path)).toBe(429);
});

test("a /64 is one visitor, and the next one is another", async () => {
  address = "2001:db8:1:2::1";
  for (let tries = 0; tries < 40; tries++) await post("/sign-up");
  address = "2001:db8:1:2:ffff::9";
  expect(await post("/sign-up")).toBe(429);
  address = "2001:db8:1:3::1";
  expect(await post("/sign-up")).toBe(200);
});

function guess(name: string, mark?: string | null) {
  return post("/sign-in", new URLSearchParams({ name, password: "guess" }), mark ? { cookie: `device=${mark}` } : {});
}

/** A hundred wrong passwords, each from another network, by either name of the account. */
async function guessFromEverywhere(...names: string[]) {
  for (let tries = 0; tries < 100; tries++) {
    address = `198.51.100.${tries}`;
    expect(await guess(names[tries % names.length]!)).toBe(200);
  }
  address = "203.0.113.1";
}

test("an account that is guessed at from everywhere is closed to strangers for a while, and no other", async () => {
  await makePerson({ username: "Mara", email: "mara@example.org" });
  await guessFromEverywhere("Mara", " mara", "MARA@example.org");
  for (const name of ["mara", "mara@example.org"]) expect(await guess(name)).toBe(429);
  expect(await guess("juno")).toBe(200);
  await guessFromEverywhere("nobody", "NOBODY");
  expect(await guess("nobody")).toBe(429);
});

test("meanwhile a browser that has signed in to the account before still gets to try, as often as one may from one place", async () => {
  const [mara, juno] = [
    await makePerson({ username: "mara", passwordHash: "hers" }),
    await makePerson({ passwordHash: "another" }),
  ];
  await guessFromEverywhere("mara");
  expect(await guess("mara", await createDeviceToken(juno))).toBe(429);
  const mark = await createDeviceToken(mara);
  for (let tries = 0; tries < 10; tries++) {
    address = `203.0.113.${tries}`;
    expect(await guess("mara", mark)).toBe(200);
  }
  expect(await guess("mara", mark)).toBe(429);
});

test("who guesses at one account from the network of its owner holds up strangers there, not the owner", async () => {
  const mark = await createDeviceToken(await makePerson({ username: "mara", passwordHash: "hers" }));
  for (let tries = 0; tries < 10; tries++) await guess("mara");
  expect([await guess("mara"), await guess("mara", mark)]).toEqual([429, 200]);
});

test("one network tries no more than two hundred passwords within the hour, however many accounts they are for", async () => {
  const mark = await createDeviceToken(await makePerson({ username: "mara", passwordHash: "hers" }));
  for (let tries = 0; tries < 200; tries++) {
    vi.setSystemTime(Date.now() + 1000);
    expect(await guess(`account-${tries}`)).toBe(200);
  }
  expect([await guess("yet-another"), await guess("mara", mark)]).toEqual([429, 200]);
  address = "203.0.113.9";
  expect(await guess("yet-another")).toBe(200);
});

test("somebody with another's session tries no more than ten passwords a minute", async () => {
  for (let tries = 0; tries < 10; tries++)
    expect(await post(tries % 2 ? "/settings/security" : "/settings/deletion")).toBe(200);
  expect(await post("/settings/security")).toBe(429);
});

test("a network asks for twenty reset links an hour, and holds up nobody else’s", async () => {
  const ask = (email: string) => post("/forgot-password", new URLSearchParams({ email }));
  for (let asked = 0; asked < 20; asked++) expect(await ask("mara@example.org")).toBe(200);
  expect(await ask("juno@example.org")).toBe(429);
  address = "198.51.100.7";
  expect(await ask("mara@example.org")).toBe(200);
});

test("nobody gets a sixth email to verify their address", async () => {
  for (let asked = 0; asked < 5; asked++) expect(await post("/settings/emails")).toBe(200);
  expect(await post("/settings/emails")).toBe(429);
});

test("of a form without end no more is read than a form may have", async () => {
  let pulled = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      pulled += 65_536;
      controller.enqueue(new Uint8Array(65_536));
    },
  });
  expect(await post("/sign-in", endless, { "content-type": "multipart/form-data; boundary=x" })).toBe(200);
  expect(pulled).toBeLessThan(1_000_000);
});
