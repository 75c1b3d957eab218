import type { LoaderFunctionArgs } from "@remix-run/node";
import { challengeLog } from "~/domain/challenge/ending/log.server";
import { viewChallenge } from "~/domain/challenge/viewing.server";
import { clock } from "~/web/server/clock.server";
import { notFound, numberParam, viewer } from "~/web/session/guard.server";

/** The log of a completed challenge as a download: a row of JSON a line. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const challenge = await viewChallenge(numberParam(params.id), await viewer(request), clock.now());
  const log = challenge && (await challengeLog(challenge.id));
  if (!log) throw notFound();
  return new Response(log, {
    headers: {
      "content-type": "application/x-ndjson; charset=utf-8",
      "content-disposition": `attachment; filename="challenge-${challenge.id}.jsonl"`,
      "cache-control": "private, max-age=3600",
      vary: "cookie",
    },
  });
}
