import { Hono } from "hono";
import { beforeEach, expect, test } from "vitest";
import { openLimits } from "~/db/limits";
import { useSettings } from "~/tests/settings";
import { asRouted, rateLimits } from "./rate-limit.server";
import type { Site } from "./site.server";

const settle = useSettings();
let site: Hono<Site>;
let address = "";

beforeEach(() => {
  settle({ APP_URL: "http://localhost" });
  address = "192.0.2.1";
  site = new Hono<Site>();
  site.use(async (c, next) => {
    c.set("address", address);
    await next();
  });
  site.use(rateLimits(openLimits(":memory:")));
  site.all("*", (c) => c.text("through"));
});

async function post(path: string, body: BodyInit = new URLSearchParams(), headers: Record<string, string> = {}) {
  const init = { method: "POST", headers: { origin: "http://localhost", ...headers }, body, duplex: "half" } as RequestInit;
  return (await site.request(`http://localhost${path}`, init)).status;
}

test("an address is counted as one however it is spelt", async () => {
  for (const path of ["/sign-up", "/SIGN-UP", "/sign-up/", "/sign%2Dup", "/Sign-%55p//"]) expect(await post(path)).toBe(200);
  for (const path of ["/sign-up", "/sign-UP/", "/%73ign-up", "/sign-up?index"]) expect(await post(path)).toBe(429);
  expect(asRouted("/crucibles/%E0%A4%A/JUDGE//")).toBe("/crucibles/%e0%a4%a/judge");
});

test("a /64 is one visitor, and the next one is another", async () => {
  address = "2001:db8:1:2::1";
  for (let tries = 0; tries < 5; tries++) await post("/sign-up");
  address = "2001:db8:1:2:ffff::9";
  expect(await post("/sign-up")).toBe(429);
  address = "2001:db8:1:3::1";
  expect(await post("/sign-up")).toBe(200);
});

test("an account that is guessed at from everywhere is closed for a while, and no other", async () => {
  const guess = (name: string) => post("/sign-in", new URLSearchParams({ name, password: "guess" }));
  for (let tries = 0; tries < 100; tries++) {
    address = `198.51.100.${tries}`;
    expect(await guess(tries % 2 ? "Mara" : " mara")).toBe(200);
  }
  address = "203.0.113.1";
  expect(await guess("mara")).toBe(429);
  expect(await guess("juno")).toBe(200);
});

test("nobody gets a sixth letter within the hour, from wherever it is asked for", async () => {
  const ask = (email: string) => post("/forgot-password", new URLSearchParams({ email }));
  for (let asked = 0; asked < 5; asked++) {
    address = `198.51.100.${asked}`;
    expect(await ask("mara@example.org")).toBe(200);
  }
  expect(await ask("Mara@example.org")).toBe(429);
  expect(await ask("juno@example.org")).toBe(200);
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
