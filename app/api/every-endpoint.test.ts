import { Validator } from "@seriousme/openapi-schema-validator";
import { Hono } from "hono";
import { randomBytes } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { handle } from "~/db/client";
import { write } from "~/db/write";
import { pickIndex, seededRandom } from "~/domain/contest/random";
import { createPersonalToken } from "~/domain/token/personal.server";
import { scopeNames } from "~/domain/token/schema";
import type { Scope } from "~/domain/token/schema";
import { useDatabase } from "~/tests/database";
import { makePerson } from "~/tests/factories";
import { SEED } from "~/tests/seed";
import type { Site } from "~/web/server/site.server";
import { endpoints } from "./all";
import type { Endpoint } from "./endpoint";
import { openApi } from "./openapi.server";
import { mediaTypes } from "./reading.server";
import { createApi } from "./router.server";

useDatabase();

let site: Hono<Site>;
let everything: string;
let userId: number;

beforeEach(async () => {
  site = new Hono<Site>();
  site.use(async (c, next) => {
    c.set("address", "203.0.113.5");
    c.set("requestId", "the-request");
    await next();
  });
  site.route("/api", createApi({ endpoints, limits: null }));
  userId = await makePerson();
  everything = await tokenFor([...scopeNames]);
});

async function tokenFor(scopes: Scope[]) {
  const details = { userId, name: scopes.join(), scopes, days: 7, random: randomBytes(32), now: new Date() };
  const made = await write((tx) => createPersonalToken(tx, details));
  if (!made.ok) throw new Error(made.reason);
  return made.token;
}

type Asking = { token?: string; cookie?: string; body?: string; path?: string; query?: string };

function ask({ method, path, body, bodyType = "json" }: Endpoint, asking: Asking = {}) {
  const headers: Record<string, string> = { "content-type": mediaTypes[bodyType], "idempotency-key": "once" };
  if (asking.token) headers.authorization = `Bearer ${asking.token}`;
  if (asking.cookie) headers.cookie = asking.cookie;
  const filled = asking.path ?? path.replace(/:\w+/g, "1");
  const hasBody = method !== "GET" && (method !== "DELETE" || body !== undefined);
  return site.request(`/api${filled}${asking.query ?? ""}`, {
    method,
    headers,
    body: hasBody ? (asking.body ?? "{}") : undefined,
  });
}

const named = endpoints.map((one) => [`${one.method} ${one.path}`, one] as const);
const closed = named.filter(([, { who }]) => who !== "anyone");

test.each(closed)("%s wants a token, and takes no cookie for one", async (_, one) => {
  expect((await ask(one)).status).toBe(401);
  expect((await ask(one, { cookie: "session=anything; __Host-session=anything" })).status).toBe(401);
});

test.each(named)("%s refuses a token that doesn't work, even where none is needed", async (_, one) => {
  const wrong = everything.slice(0, -1) + (everything.endsWith("x") ? "y" : "x");
  expect((await ask(one, { token: wrong })).status).toBe(401);
});

test.each(closed.filter(([, { scope }]) => scope !== null))("%s wants its scope", async (_, one) => {
  const token = await tokenFor(scopeNames.filter((name) => name !== one.scope));
  const answer = await ask(one, { token });
  expect(answer.status).toBe(one.who === "person" ? 403 : 404);
});

test.each(closed)("%s is closed to a banned person", async (_, one) => {
  handle().writer.prepare("UPDATE users SET banned_at = 1, ban_reason = 'rules'").run();
  expect((await ask(one, { token: everything })).status).toBe(401);
});

const VALUES = [
  "",
  "0",
  "-1",
  "1",
  "1e309",
  "null",
  "[]",
  '"x"',
  "9007199254740993",
  "\u0000",
  "\ud800",
  "__proto__",
  "../x",
  "💥",
];

test.each(named)("%s takes nonsense without failing", async (_, one) => {
  const random = seededRandom(SEED + one.path.length);
  const value = () => VALUES[pickIndex(random, VALUES.length)]!;
  for (let round = 0; round < 25; round++) {
    const path = one.path.replace(/:\w+/g, () => encodeURIComponent(value().toWellFormed()) || "x");
    const query = `?after=${encodeURIComponent(value().toWellFormed())}&limit=${encodeURIComponent(value().toWellFormed())}`;
    const names = Object.keys((one.body as { shape?: object } | undefined)?.shape ?? { name: 1, mediaIds: 1 });
    const fields = names.map((name) => `${JSON.stringify(name)}:${jsonOr(value())}`).join();
    const answer = await ask(one, { token: everything, path, query, body: round % 3 === 0 ? value() : `{${fields}}` });
    expect(answer.status, `${path}${query}`).toBeLessThan(500);
    await answer.arrayBuffer();
  }
});

function jsonOr(text: string) {
  return ["-1", "1", "0", "null", "[]"].includes(text) ? text : JSON.stringify(text);
}

test("the OpenAPI document is valid, and names each operation once", async () => {
  const document = openApi(endpoints, "https://crucible.example") as {
    paths: Record<string, Record<string, Operation>>;
  };
  expect(await new Validator().validate(structuredClone(document))).toMatchObject({ valid: true });
  const ids = Object.values(document.paths).flatMap((one) => Object.values(one).map(({ operationId }) => operationId));
  expect(ids).toHaveLength(endpoints.length);
  expect(new Set(ids).size).toBe(ids.length);
});

type Operation = { operationId: string };
