import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { MiddlewareHandler } from "hono";
import { takesGzip } from "./accepted.server";
import type { Site } from "../server/site.server";

const TEXT = /^(text\/|application\/(json|atom\+xml))/;

/** Bytes. What is smaller is in the first packets as it is, and would cost more to pack than to send. */
const MIN_COMPRESSED_BYTES = 8192;

const packed = promisify(gzip);

/** Gzips text for those who accept it: whole, off the thread. A download that packs itself as it goes is left alone. */
export const compression: MiddlewareHandler<Site> = async (c, next) => {
  await next();
  const { body, headers } = c.res;
  if (!body || headers.has("content-encoding") || !TEXT.test(headers.get("content-type") ?? "")) return;
  headers.append("vary", "accept-encoding");
  if (!takesGzip(c.req.raw.headers)) return;
  const text = Buffer.from(await c.res.arrayBuffer());
  const worthIt = text.length >= MIN_COMPRESSED_BYTES;
  if (worthIt) headers.set("content-encoding", "gzip");
  c.res = new Response(worthIt ? await packed(text) : text, c.res);
};
