import type { LoaderFunctionArgs } from "@remix-run/node";
import { logFile } from "~/domain/crucible/log/log-file.server";
import { viewCrucible } from "~/domain/crucible/viewing.server";
import { packedFile } from "~/web/response/packed-file.server";
import { notFound, numberParam, viewer } from "~/web/session/guard.server";

/** The vote log of a completed crucible as a download: a row of JSON a line. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const crucible = await viewCrucible(numberParam(params.id), await viewer(request));
  if (crucible?.status !== "completed") throw notFound();
  const name = `crucible-${crucible.id}.jsonl`;
  const file = {
    name,
    type: "application/x-ndjson; charset=utf-8",
    tag: crucible.logHead ?? "",
    vary: "cookie",
  } as const;
  const response = await packedFile(request, file, () => logFile(crucible));
  if (!response) throw new Response("Many logs are being made. Try again in a minute.", busy);
  return response;
}

const busy = { status: 503, headers: { "retry-after": "60" } };
