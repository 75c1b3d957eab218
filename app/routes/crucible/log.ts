import type { LoaderFunctionArgs } from "@remix-run/node";
import { streamLog } from "~/domain/crucible/log/log-thread.server";
import { viewCrucible } from "~/domain/crucible/viewing.server";
import { notFound, numberParam, viewer } from "~/web/session/guard.server";

/** The vote log of a completed crucible as a download: a row of JSON a line. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const crucible = await viewCrucible(numberParam(params.id), await viewer(request));
  if (crucible?.status !== "completed") throw notFound();
  const packed = /\bgzip\b/.test(request.headers.get("accept-encoding") ?? "");
  const log = request.method === "HEAD" ? null : streamLog(crucible.id, { packed });
  return new Response(log, {
    headers: {
      "content-type": "application/x-ndjson; charset=utf-8",
      "content-disposition": `attachment; filename="crucible-${crucible.id}.jsonl"`,
      "cache-control": "private, max-age=3600",
      vary: "accept-encoding, cookie",
      ...(packed ? { "content-encoding": "gzip" } : {}),
    },
  });
}
