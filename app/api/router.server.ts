import { createHash } from "node:crypto";
import { Hono } from "hono";
import type { Context } from "hono";
import { write } from "~/db/write";
import { env } from "~/web/server/env.server";
import { clock } from "~/web/server/clock.server";
import { logger } from "~/web/server/log.server";
import type { Site } from "~/web/server/site.server";
import { callerOf, refusalFor, viewerOf } from "./caller.server";
import type { Answer, Call, Endpoint, Method } from "./endpoint";
import { idempotentChange } from "./idempotency.server";
import { apiLimits } from "./limits.server";
import { openApi } from "./openapi.server";
import { generalProblem, generalProblems, problem } from "./problem.server";
import type { GeneralReason } from "./problem.server";
import { invalid, readBody } from "./reading.server";
import { API_VERSION } from "./version";

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
    logger.error({ err: error, requestId: c.get("requestId"), path: c.req.path }, "an API request failed");
    return generalProblem("internal", { detail: `Request ${c.get("requestId")}` });
  });
  // `/api` itself is a page.
  api.use("/:below{.+}", async (c, next) => {
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
  let document: object | null = null; // the port is known once the site listens
  api.get("/openapi.json", (c) => c.json((document ??= openApi(endpoints, env().appUrl.origin))));
  api.all("/:below{.+}", () => generalProblem("not-found"));
  return api;
}

/** The form reader throws its answers; what else is thrown is a fault of ours. */
async function thrown(reply: unknown) {
  if (!(reply instanceof Response)) throw reply;
  const reasons: Record<number, GeneralReason> = {
    400: "invalid-request",
    413: "too-large",
    415: "unsupported-media-type",
  };
  return generalProblem(reasons[reply.status] ?? "not-found", { detail: await reply.text() });
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
  const counted = await count?.({ caller, address: c.get("address"), endpoint: one });
  const reply =
    counted?.reply ??
    (found.ok ? (refusalFor(one, caller) ?? (await perform(c, one, caller, now).catch(thrown))) : found.reply);
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
  return replyTo(c, one, await one.run({ ...call, request: c.req.raw, address: c.get("address"), now, change }));
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
  if (answered.response) return answered.response;
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

function refused({ refusals, path }: Endpoint, { reason, ...more }: Answer<unknown> & { ok: false }) {
  const known = refusals?.[reason];
  if (known) return problem({ reason, ...known, ...more });
  if (reason in generalProblems) return generalProblem(reason as GeneralReason, more);
  throw new Error(`${path} has no words for the refusal “${reason}”.`);
}
