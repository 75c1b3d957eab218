import { json } from "@remix-run/node";
import type { ActionFunctionArgs } from "@remix-run/node";
import { uploadRefusals } from "~/domain/media/limits";
import { upload } from "~/domain/media/uploading.server";
import { clock } from "~/web/server/clock.server";
import { requireUser } from "~/web/session/guard.server";
import { receiveFiles } from "~/web/form/receiving.server";

/** Takes files in for a page's script, and tells of each what became of it. Forms without script post to the library. */
export async function action({ request }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const done = await receiveFiles(request, async (arrival, words) => {
    const taken = await upload({ ownerId: user.id, arrival, ...words, now: clock.now() });
    return taken.ok ? taken : { ok: false, reason: uploadRefusals[taken.reason] };
  });
  return done.ok ? json({ results: done.results }) : json({ message: done.message }, { status: done.status });
}
