import type { LoaderFunctionArgs } from "@remix-run/node";
import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { logFile } from "~/domain/crucible/log/log-file.server";
import { viewCrucible } from "~/domain/crucible/viewing.server";
import { notFound, numberParam, viewer } from "~/web/session/guard.server";
import { takesGzip } from "~/web/response/accepted.server";

/** The vote log of a completed crucible as a download: a row of JSON a line. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const crucible = await viewCrucible(numberParam(params.id), await viewer(request));
  if (crucible?.status !== "completed") throw notFound();
  const packed = takesGzip(request.headers);
  const etag = `"${crucible.logHead}${packed ? "-gzip" : ""}"`;
  const headers = {
    "content-type": "application/x-ndjson; charset=utf-8",
    "content-disposition": `attachment; filename="crucible-${crucible.id}.jsonl"`,
    "cache-control": "private, max-age=3600",
    vary: "accept-encoding, cookie",
    etag,
  };
  if (request.headers.get("if-none-match") === etag) return new Response(null, { status: 304, headers });
  const encoded = packed ? { ...headers, "content-encoding": "gzip" } : headers;
  if (request.method === "HEAD") return new Response(null, { headers: encoded });
  const path = await logFile(crucible);
  if (!path) throw new Response("Many logs are being made. Try again in a minute.", busy);
  const file = createReadStream(path);
  const body = packed ? file : file.pipe(createGunzip());
  return new Response(Readable.toWeb(body) as ReadableStream, { headers: encoded });
}

const busy = { status: 503, headers: { "retry-after": "60" } };
