import Database from "better-sqlite3";
import { Hono } from "hono";
import { randomBytes } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { handle } from "~/db/client";
import { users } from "~/db/schema/account";
import { write } from "~/db/write";
import { createPersonalToken } from "~/domain/token/personal.server";
import type { Scope } from "~/domain/token/schema";
import { useDatabase } from "~/tests/database";
import type { Site } from "~/web/server/site.server";
import { endpoint } from "./endpoint";
import { createApi } from "./router.server";

useDatabase();

const Thing = z.object({ id: z.number(), name: z.string() });
const Params = z.object({ id: z.coerce.number().int().positive() });

const endpoints = [
  endpoint({
    method: "GET",
    path: "/things/:id",
    who: "anyone",
    scope: null,
    summary: "Read a thing",
    params: Params,
    query: z.object({ upper: z.enum(["yes", "no"]).default("no") }),
    output: Thing,
    run: async ({ params, query, caller }) => {
      const name = caller?.username ?? "guest";
      const secret = { password: "hunter2" };
      return { ok: true, value: { id: params.id, name: query.upper === "yes" ? name.toUpperCase() : name, ...secret } };
    },
  }),
  endpoint({
    method: "POST",
    path: "/things/:id",
    who: "person",
    scope: "create",
    summary: "Rename a thing",
    params: Params,
    body: z.strictObject({ name: z.string().min(2), tags: z.array(z.string()).max(3).default([]) }),
    output: Thing,
    refusals: { "name-taken": { status: 409, title: "The name is taken" } },
    run: async ({ params, body }) =>
      body.name === "taken"
        ? { ok: false, reason: "name-taken", detail: "Choose another." }
        : { ok: true, value: { id: params.id, name: body.name }, status: 201 },
  }),
  endpoint({
    method: "POST",
    path: "/payments",
    who: "person",
    scope: "account",
    summary: "Count a payment",
    body: z.object({ amount: z.number().int() }),
    output: z.object({ payments: z.number() }),
    movesBuzz: true,
    refusals: { "too-much": { status: 422, title: "That is too much" } },
    run: ({ body, caller, change }) =>
      change(async (tx) => {
        if (body.amount > 100) return { ok: false, reason: "too-much" };
        const counted = tx
          .update(users)
          .set({ score: sql`${users.score} + 1` })
          .where(eq(users.id, caller!.id));
        const [row] = await counted.returning({ payments: users.score });
        return { ok: true, value: row! };
      }),
  }),
  endpoint({
    method: "GET",
    path: "/admin",
    who: "admin",
    scope: "admin",
    summary: "See everything",
    output: z.object({}),
    run: async () => ({ ok: true, value: {} }),
  }),
  endpoint({
    method: "DELETE",
    path: "/broken",
    who: "anyone",
    scope: null,
    summary: "Break",
    run: async () => {
      throw new Error("broken on purpose");
    },
  }),
];

let site: Hono<Site>;
let tokens: Record<Scope | "admins", string>;

beforeEach(async () => {
  site = new Hono<Site>();
  site.use(async (c, next) => {
    c.set("address", "203.0.113.5");
    c.set("requestId", "the-request");
    await next();
  });
  site.route("/api", createApi({ endpoints, limits: null }));
  const insert = handle().writer.prepare("INSERT INTO users (id, username, role, created_at) VALUES (?, ?, ?, 0)");
  insert.run(1, "anna", "user");
  insert.run(2, "root", "admin");
  tokens = {
    read: await tokenFor(1, "read"),
    create: await tokenFor(1, "create"),
    account: await tokenFor(1, "account"),
    admin: await tokenFor(1, "admin"),
    admins: await tokenFor(2, "admin"),
  } as typeof tokens;
});

async function tokenFor(userId: number, scope: Scope) {
  const details = { userId, name: scope, scopes: [scope], days: 7, random: randomBytes(32), now: new Date() };
  const made = await write((tx) => createPersonalToken(tx, details));
  if (!made.ok) throw new Error(made.reason);
  return made.token;
}

function ask(method: string, path: string, { token, body, ...headers }: Record<string, string> = {}) {
  const sent = new Headers(headers);
  if (token) sent.set("authorization", `Bearer ${token}`);
  if (body && !sent.has("content-type")) sent.set("content-type", "application/json");
  return site.request(`/api${path}`, { method, headers: sent, body });
}

async function problemOf(answer: Response | Promise<Response>) {
  const response = await answer;
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  const body = (await response.json()) as { type: string; status: number; errors?: { pointer: string }[] };
  expect(body.status).toBe(response.status);
  return { ...body, status: response.status, reason: body.type.split("/").at(-1), headers: response.headers };
}

test("an answer holds what its schema names and nothing more, and can be asked for again by its tag", async () => {
  const answer = await ask("GET", "/things/7?upper=yes");
  expect(await answer.json()).toEqual({ id: 7, name: "GUEST" });
  expect(answer.headers.get("access-control-allow-origin")).toBe("*");
  expect(answer.headers.get("api-version")).toBe("2026-12-01");
  const etag = answer.headers.get("etag")!;
  const again = await ask("GET", "/things/7?upper=yes", { "if-none-match": `"x", W/${etag}` });
  expect([again.status, await again.text(), again.headers.get("etag")]).toEqual([304, "", etag]);
  expect((await ask("GET", "/things/8", { "if-none-match": etag })).status).toBe(200);
});

test("a token says who calls; one that doesn't work is refused even where none is needed", async () => {
  expect(await (await ask("GET", "/things/7", { token: tokens.read })).json()).toEqual({ id: 7, name: "anna" });
  for (const authorization of ["Bearer nonsense", `Basic ${tokens.read}`, tokens.read, `Bearer ${tokens.read}x`, ""]) {
    expect(await problemOf(ask("GET", "/things/7", { authorization }))).toMatchObject({
      reason: "unauthenticated",
      status: 401,
    });
  }
});

test("no cookie lets anybody in, and no Origin is needed with a token", async () => {
  const body = JSON.stringify({ name: "new" });
  const byCookie = await problemOf(ask("POST", "/things/1", { body, cookie: `session=${tokens.create}` }));
  expect(byCookie.headers.get("www-authenticate")).toBe("Bearer");
  expect((await ask("POST", "/things/1", { body, token: tokens.create, origin: "https://evil.example" })).status).toBe(
    201,
  );
});

test("a token without the scope is told which one is missing; a role is asked beside the scope", async () => {
  const answer = await problemOf(ask("POST", "/things/1", { body: "{}", token: tokens.read }));
  expect(answer).toMatchObject({ status: 403, reason: "missing-scope" });
  expect(answer.headers.get("www-authenticate")).toContain('scope="create"');
  expect((await problemOf(ask("GET", "/admin", { token: tokens.admin }))).status).toBe(404);
  expect((await ask("GET", "/admin", { token: tokens.admins })).status).toBe(200);
});

test("what is wrong with a body is named by pointers, and nothing is done", async () => {
  const wrong = { name: "x", tags: ["a", 2], "a/b": 1 };
  const answer = await problemOf(ask("POST", "/things/1", { body: JSON.stringify(wrong), token: tokens.create }));
  expect(answer).toMatchObject({ status: 400, reason: "invalid-request" });
  expect(answer.errors!.map(({ pointer }) => pointer)).toEqual(expect.arrayContaining(["/name", "/tags/1"]));
  for (const body of ["{", "", "[]", "null", '"x"']) {
    const headers = { "content-type": "application/json", token: tokens.create };
    expect((await problemOf(ask("POST", "/things/1", { ...headers, body }))).status).toBe(400);
  }
  const form = { "content-type": "text/plain", body: "x", token: tokens.create };
  expect((await problemOf(ask("POST", "/things/1", form))).reason).toBe("unsupported-media-type");
  const large = JSON.stringify({ name: "x".repeat(70_000) });
  expect((await problemOf(ask("POST", "/things/1", { body: large, token: tokens.create }))).reason).toBe("too-large");
});

test("what can't be an address or a query is not found, or said", async () => {
  expect((await problemOf(ask("GET", "/things/0"))).reason).toBe("not-found");
  expect((await problemOf(ask("GET", "/nothing"))).reason).toBe("not-found");
  const answer = await problemOf(ask("GET", "/things/1?upper=perhaps"));
  expect(answer.errors).toMatchObject([{ pointer: "/query/upper" }]);
});

test("a method that isn't there is refused with those that are; a browser may ask first", async () => {
  const answer = await problemOf(ask("DELETE", "/things/1"));
  expect([answer.status, answer.headers.get("allow")]).toEqual([405, "GET, POST, HEAD, OPTIONS"]);
  const preflight = await ask("OPTIONS", "/things/1");
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get("access-control-allow-headers")).toContain("authorization");
  expect(preflight.headers.get("access-control-allow-credentials")).toBeNull();
});

test("a refusal has the words that were published for it", async () => {
  const answer = await problemOf(ask("POST", "/things/1", { body: '{"name":"taken"}', token: tokens.create }));
  expect(answer).toMatchObject({
    status: 409,
    reason: "name-taken",
    title: "The name is taken",
    detail: "Choose another.",
  });
});

test("what moves Buzz needs a key, and the same request sent twenty times does it once", async () => {
  const payment = { body: '{"amount":5}', token: tokens.account };
  expect((await problemOf(ask("POST", "/payments", payment))).reason).toBe("idempotency-key-missing");
  const key = { ...payment, "idempotency-key": "k1" };
  const answers = await Promise.all(Array.from({ length: 20 }, () => ask("POST", "/payments", key)));
  expect(await Promise.all(answers.map((one) => one.json()))).toEqual(Array(20).fill({ payments: 1 }));
  const other = { ...key, body: '{"amount":6}' };
  expect((await problemOf(ask("POST", "/payments", other))).reason).toBe("idempotency-key-reused");
  expect(await (await ask("POST", "/payments", { ...payment, "idempotency-key": "k2" })).json()).toEqual({
    payments: 2,
  });
});

test("a refusal is kept under its key, too", async () => {
  const payment = { body: '{"amount":500}', token: tokens.account, "idempotency-key": "k3" };
  for (let i = 0; i < 2; i++) expect((await problemOf(ask("POST", "/payments", payment))).reason).toBe("too-much");
});

test("what breaks tells the client a number and the log the rest", async () => {
  const answer = await problemOf(ask("DELETE", "/broken"));
  expect(answer).toMatchObject({ status: 500, reason: "internal", detail: "Request the-request" });
});

test("a person has a number of requests a minute over all tokens, and is told how many are left", async () => {
  const store = new Database(":memory:");
  const limited = new Hono<Site>();
  limited.use(async (c, next) => {
    c.set("address", "203.0.113.5");
    await next();
  });
  limited.route("/api", createApi({ endpoints, limits: store }));
  const get = (token: string) => limited.request("/api/things/1", { headers: { authorization: `Bearer ${token}` } });
  expect((await get(tokens.read)).headers.get("ratelimit")).toMatch(/^"free";r=99;t=\d+$/);
  for (let i = 0; i < 99; i++) expect((await get(tokens.create)).status).toBe(200);
  const answer = await problemOf(get(tokens.read));
  expect(answer).toMatchObject({ status: 429, reason: "rate-limited" });
  expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(answer.headers.get("ratelimit-policy")).toBe('"free";q=100;w=60');
  expect((await get(tokens.admins)).status).toBe(200);
  store.close();
});
