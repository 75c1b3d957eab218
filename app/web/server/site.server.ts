import { createRequestHandler } from "@remix-run/node";
import type { AppLoadContext, ServerBuild } from "@remix-run/node";
import type { HttpBindings } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import type { Context, Next } from "hono";
import { bodyLimit } from "hono/body-limit";
import { env } from "./env.server";
import { logger } from "./log.server";
import { requestLog } from "./request-log.server";
import { canWrite } from "../request/origin.server";
import { compression } from "../response/compression.server";
import { plainPage } from "../response/plain-page.server";
import { rateLimits } from "../request/rate-limit.server";
import type { AccessTable } from "../request/access";
import { isForThisSite } from "../request/host.server";
import { allowedMethods } from "../request/methods.server";
import { plainPath } from "../request/path";
import { canReadMetrics, readMetrics } from "./metrics.server";
import { readiness } from "./readiness.server";
import type { Checks } from "./readiness.server";
import { unavailable } from "../response/outage.server";

type Parts = {
  /** What answers below `/api`, before any page. */
  api: Hono<Site>;
  build: ServerBuild | (() => Promise<ServerBuild>);
  access: AccessTable;
  /** Where rate limits are counted; null for none. */
  limits: unknown;
  checks: Checks;
  /** Whether this process is about to end. */
  stopping: () => boolean;
};

export type Site = { Bindings: HttpBindings; Variables: { nonce: string; requestId: string; address: string } };

const LARGEST_BODY = 300 * 1024;
// Routers take paths apart with patterns that cost the square of their length: one of 15,000 slashes held everybody up for a second.
const LONGEST_PATH = 500;

/** The whole site as one `fetch`: checks first, then files, then pages. */
export function createSite({ api, build, access, limits, checks, stopping }: Parts) {
  const site = new Hono<Site>();
  site.onError(logFailure);
  site.use(requestLog);
  site.use(async (c, next) => {
    await next();
    // A connection that stays open would bring the next request to a process that is gone.
    if (stopping()) c.header("connection", "close");
  });
  site.use(checkAddress);
  site.use(checkOrigin);
  addProbes(site, checks);
  site.use("/assets/*", serveStatic({ root: "build/client", onFound: forever, precompressed: true }));
  site.use("*", serveStatic({ root: "build/client", onFound: forAnHour }));
  // No page holds a secret that a guesser could find by its length: forms carry no token.
  site.use(compression);
  site.route("/api", api);
  if (limits) site.use(rateLimits(limits));
  site.use(allowedMethods(access));
  site.use(async (c, next) => (hasFiles(c.req.raw) ? next() : smallBodies(c, next)));
  site.all("*", pages(build));
  return site;
}

function logFailure(error: Error, c: Context<Site>) {
  logger.error(
    { err: error, requestId: c.get("requestId"), method: c.req.method, url: c.req.path },
    "a request failed",
  );
  return broken(c.req.raw, c.get("requestId"));
}

async function checkAddress(c: Context<Site>, next: Next) {
  const { pathname, search } = new URL(c.req.url);
  if (pathname.length > LONGEST_PATH) return tooLong(c.req.raw);
  if (!isForThisSite(c.req.raw, pathname)) return notThisSite(c.req.raw);
  const plain = plainPath(pathname);
  return plain === pathname ? next() : c.redirect(plain + search, 308);
}

async function checkOrigin(c: Context<Site>, next: Next) {
  if (!canWrite(c.req.raw, env().appUrl.origin)) return crossOrigin(c.req.raw);
  await next();
}

/** What machines ask: whether the process lives, whether it can serve, and its figures. */
function addProbes(site: Hono<Site>, checks: Checks) {
  site.get("/healthz", (c) => c.text("ok"));
  site.get("/readyz", async (c) => {
    const { ready, ...rest } = await readiness(checks);
    return c.json({ ready, ...rest }, ready ? 200 : 503);
  });
  site.get("/metrics", async (c) => (canReadMetrics(c.req.raw, c.get("address")) ? readMetrics() : c.notFound()));
}

function pages(build: Parts["build"]) {
  const answer = createRequestHandler(build, env().NODE_ENV);
  return async (c: Context<Site>) => {
    const context: AppLoadContext = { nonce: c.get("nonce"), requestId: c.get("requestId"), ip: c.get("address") };
    const page = await answer(c.req.raw, context);
    return context.outage ? unavailable(c.req.raw, context.outage) : page;
  };
}

const smallBodies = bodyLimit({
  maxSize: LARGEST_BODY,
  onError: (c) =>
    plainPage(c.req.raw, {
      status: 413,
      title: "Form too large",
      words: "That form is larger than we accept. Nothing was changed.",
    }),
});

// Forms with files have limits of their own, and are never held in memory.
function hasFiles(request: Request) {
  return Boolean(request.headers.get("content-type")?.startsWith("multipart/form-data"));
}

function broken(request: Request, requestId: string) {
  return plainPage(request, {
    status: 500,
    title: "Something went wrong on our end",
    words: `Nothing was left half done. If this keeps happening, contact the site’s operators and quote this ID: ${requestId}`,
  });
}

function tooLong(request: Request) {
  return plainPage(request, {
    status: 414,
    title: "Page not found",
    words: "This URL is too long.",
  });
}

function notThisSite(request: Request) {
  return plainPage(request, {
    status: 421,
    title: "This isn’t the address of this site",
    words: "Check the name in the address bar.",
    again: false,
  });
}

function crossOrigin(request: Request) {
  return plainPage(request, {
    status: 403,
    title: "This form was sent from another site",
    words: "Nothing was changed. Open the form on this site and send it again.",
  });
}

function forever(_path: string, c: { header: (name: string, value: string) => void }) {
  c.header("cache-control", "public, max-age=31536000, immutable");
}

function forAnHour(_path: string, c: { header: (name: string, value: string) => void }) {
  c.header("cache-control", "public, max-age=3600");
}
