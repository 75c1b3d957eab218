import { randomBytes, randomUUID } from "node:crypto";
import { createRequestHandler } from "@remix-run/node";
import type { ServerBuild } from "@remix-run/node";
import type { HttpBindings } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { env } from "./env.server";
import { securityHeaders } from "./headers.server";
import { mayChange } from "./origin.server";

type Pages = { build: ServerBuild | (() => Promise<ServerBuild>) };
type Site = { Bindings: HttpBindings; Variables: { nonce: string; requestId: string } };

/** The whole site as one `fetch`: checks first, then files, then pages. */
export function createSite({ build }: Pages) {
  const site = new Hono<Site>();
  const pages = createRequestHandler(build, env().NODE_ENV);

  site.use(async (c, next) => {
    c.set("requestId", randomUUID());
    c.set("nonce", randomBytes(16).toString("base64"));
    await next();
    securityHeaders(c.res.headers, { nonce: c.get("nonce"), secure: env().secure, development: env().NODE_ENV === "development" });
    c.res.headers.set("x-request-id", c.get("requestId"));
  });
  site.use(async (c, next) => {
    if (!mayChange(c.req.raw, env().appUrl.origin)) return c.text("This form came from another site.", 403);
    await next();
  });
  site.get("/healthz", (c) => c.text("ok"));
  site.use("/assets/*", serveStatic({ root: "build/client", onFound: forever }));
  site.use("*", serveStatic({ root: "build/client", onFound: forAnHour }));
  site.all("*", (c) =>
    pages(c.req.raw, {
      nonce: c.get("nonce"),
      requestId: c.get("requestId"),
      ip: c.env.incoming?.socket.remoteAddress ?? "",
    }),
  );
  return site;
}

function forever(_path: string, c: { header: (name: string, value: string) => void }) {
  c.header("cache-control", "public, max-age=31536000, immutable");
}

function forAnHour(_path: string, c: { header: (name: string, value: string) => void }) {
  c.header("cache-control", "public, max-age=3600");
}
