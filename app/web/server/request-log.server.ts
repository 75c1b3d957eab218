import { randomBytes, randomUUID } from "node:crypto";
import type { Context, MiddlewareHandler } from "hono";
import { addressOf } from "../request/address.server";
import { discardBody, isOversized } from "../request/request-body.server";
import { env } from "./env.server";
import { securityHeaders } from "../response/headers.server";
import { logger } from "./log.server";
import { metrics } from "./metrics.server";
import { sessionToken } from "../session/session.server";
import type { Site } from "./site.server";

const SLOW_MS = 1000;

/** Around every request: its number, its headers, its line in the log and its place in the metrics. */
export const requestLog: MiddlewareHandler<Site> = async (c, next) => {
  const startedAt = performance.now();
  c.set("requestId", randomUUID());
  c.set("nonce", randomBytes(16).toString("base64"));
  c.set("address", addressOf(c.req.raw, c.env.incoming));
  await next();
  const { body, bodyUsed } = c.req.raw;
  if (body && !bodyUsed && !isOversized(c.req.raw)) await discardBody(body.getReader());
  const { secure, NODE_ENV } = env();
  securityHeaders(c.res.headers, { nonce: c.get("nonce"), secure, development: NODE_ENV === "development" });
  c.res.headers.set("x-request-id", c.get("requestId"));
  if (!c.res.headers.has("cache-control")) c.res.headers.set("cache-control", cacheControl(c));
  note(c, performance.now() - startedAt);
};

// What a signed-in person sees must not lie on a disk for the next one at the machine; what is fetched ahead must, for a moment.
function cacheControl({ req, res }: Context<Site>) {
  const ahead = /prefetch/.test(req.header("sec-purpose") ?? req.header("purpose") ?? "");
  const shown = /^(text\/html|application\/json)/.test(res.headers.get("content-type") ?? "");
  return sessionToken(req.raw) && shown && !ahead ? "private, no-store" : "private";
}

function note(c: Context<Site>, tookMs: number) {
  const { method, path } = c.req;
  const { status } = c.res;
  metrics.requests.inc({ method, status: String(status) });
  metrics.seconds.observe({ kind: kindOf(method, path) }, tookMs / 1000);
  const line = { requestId: c.get("requestId"), method, path, status, tookMs: Math.round(tookMs) };
  if (tookMs > SLOW_MS) logger.warn(line, "a slow request");
  else if (path.startsWith("/assets/") || path === "/healthz") logger.debug(line, "answered");
  else logger.info(line, "answered");
}

function kindOf(method: string, path: string) {
  if (method === "GET" || method === "HEAD")
    return path.startsWith("/assets/") || path.startsWith("/m/") ? "file" : "page";
  return /^\/crucibles\/[^/]+\/judge\b/.test(path) ? "vote" : "write";
}
