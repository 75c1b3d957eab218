import { createHash } from "node:crypto";
import { Hono } from "hono";
import type { Context } from "hono";
import { write } from "~/db/write";
import { clock } from "~/web/server/clock.server";
import { logger } from "~/web/server/log.server";
import type { Site } from "~/web/server/site.server";
import { callerOf, refusalFor, viewerOf } from "./caller.server";
import type { Answer, Call, Endpoint, Method } from "./endpoint";
import { idempotentChange } from "./idempotency.server";
import { apiLimits } from "./limits.server";
import { generalProblem, generalProblems, problem } from "./problem.server";
import type { GeneralReason } from "./problem.server";
import { invalid, readBody } from "./reading.server";

/** The date of this API's present shape. */
export const API_VERSION = "2026-12-01";

const CORS = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "etag, location, retry-after, ratelimit, ratelimit-policy, api-version",
};
const PREFLIGHT = {
  "access-control-allow-headers": "authorization, content-type, idempotency-key, if-none-match",
  "access-control-max-age": "86400",
};

type Parts = { endpoints: Endpoint[]; /** Where requests are counted; null for nowhere. */ limits: unknown };

/** Everything below `/api`, as one Hono app. It reads no cookie, so that a page elsewhere can make a visitor's browser do nothing. */
export function createApi({ endpoints, limits }: Parts) {
  const api = new Hono<Site>();
  const count = limits ? apiLimits(limits) : null;

  api.onError((error, c) => {
    if (error instanceof Response) return generalProblem("not-found");
    logger.error({ err: error, requestId: c.get("requestId"), path: c.req.path }, "an API request failed");
    return generalProblem("internal", { detail: `Request ${c.get("requestId")}` });
  });
  api.use(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries({ ...CORS, "api-version": API_VERSION })) c.res.headers.set(name, value);
    if (!c.res.headers.has("cache-control")) c.res.headers.set("cache-control", "private, no-cache");
  });
  for (const [path, methods] of byPath(endpoints)) {
    for (const one of methods) api.on(one.method, path, (c) => answer(c, one, count));
    api.all(path, (c) =>
      otherMethod(
        c.req.method,
        methods.map(({ method }) => method),
      ),
    );
  }
  api.all("*", () => generalProblem("not-found"));
  return api;
}

function byPath(endpoints: Endpoint[]) {
  return Map.groupBy(endpoints, ({ path }) => path);
}

function otherMethod(method: string, allowed: Method[]) {
  const allow = [...allowed, ...(allowed.includes("GET") ? ["HEAD"] : []), "OPTIONS"].join(", ");
  if (method !== "OPTIONS") return generalProblem("method-not-allowed", { headers: { allow } });
  return new Response(null, { status: 204, headers: { allow, "access-control-allow-methods": allow, ...PREFLIGHT } });
}

type Count = ReturnType<typeof apiLimits> | null;

async function answer(c: Context<Site>, one: Endpoint, count: Count) {
  const now = clock.now();
  const found = await callerOf(c.req.raw, now);
  const caller = found.ok ? found.caller : null;
  const counted = await count?.({ caller, address: c.get("address"), path: one.path });
  const reply =
    counted?.reply ?? (found.ok ? (refusalFor(one, caller) ?? (await perform(c, one, caller, now))) : found.reply);
  for (const [name, value] of Object.entries(counted?.headers ?? {})) reply.headers.set(name, value);
  return reply;
}

async function perform(c: Context<Site>, one: Endpoint, caller: Call<never, never, never>["caller"], now: Date) {
  const params = one.params?.safeParse(c.req.param());
  if (params?.error) return generalProblem("not-found");
  const query = one.query?.safeParse(c.req.query());
  if (query?.error) return invalid(query.error, "/query");
  const body = await readBody(c.req.raw, one);
  if (!body.ok) return body.reply;
  const change = changeFor(c, one, { caller, body: body.text, now });
  if (!change) return generalProblem("idempotency-key-missing");
  const call = { caller, viewer: viewerOf(caller), params: params?.data, query: query?.data, body: body.value };
  return replyTo(c, one, await one.run({ ...call, address: c.get("address"), now, change }));
}

type Asking = { caller: Call<never, never, never>["caller"]; body: string; now: Date };

/** Null when the request moves Buzz and has no key. */
function changeFor(c: Context<Site>, one: Endpoint, { caller, body, now }: Asking) {
  if (!one.movesBuzz) return write as Call<never, never, never>["change"];
  const key = c.req.header("idempotency-key");
  if (!caller || !key || key.length > 255) return null;
  return idempotentChange({ userId: caller.id, key, method: one.method, path: c.req.path, body, now });
}

function replyTo(c: Context<Site>, one: Endpoint, answered: Answer<unknown>) {
  if (!answered.ok) return refused(one, answered);
  const headers = new Headers(answered.headers);
  if (!one.output) return new Response(null, { status: answered.status ?? 204, headers });
  const text = JSON.stringify(one.output.parse(answered.value));
  headers.set("content-type", "application/json");
  if (one.method === "GET") {
    const tag = `"${createHash("sha256").update(text).digest("base64url").slice(0, 27)}"`;
    headers.set("etag", tag);
    if (matches(c.req.header("if-none-match"), tag)) return new Response(null, { status: 304, headers });
  }
  return new Response(text, { status: answered.status ?? 200, headers });
}

function matches(header: string | undefined, tag: string) {
  return header?.split(",").some((one) => one.trim() === "*" || one.trim().replace(/^W\//, "") === tag) ?? false;
}

function refused({ refusals, path }: Endpoint, { reason, detail, errors, headers }: Answer<unknown> & { ok: false }) {
  const known = refusals?.[reason];
  if (known) return problem({ reason, ...known, detail, errors, headers });
  if (reason in generalProblems) return generalProblem(reason as GeneralReason, { detail, errors, headers });
  throw new Error(`${path} has no words for the refusal “${reason}”.`);
}
