import type { ActionFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { z } from "zod";
import { write } from "~/db/write";
import { deleteMedia } from "~/domain/crucible/media-use.server";
import { discard } from "~/domain/media/discarding.server";
import { Refusal } from "~/ui/refusal";
import { clock } from "~/web/clock.server";
import { redirectWithFlash } from "~/web/flash.server";
import { readForm } from "~/web/form.server";
import { mediaIdOf } from "~/domain/media/detail.server";
import { notFound, requireUser } from "~/web/guard.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const mediaId = await mediaIdOf(params.key);
  const form = await readForm(request, z.strictObject({}));
  if (!form.ok) return form.reply;

  const done = await write((tx) => deleteMedia(tx, { ownerId: user.id, mediaId, now: clock.now() }));
  if (!done) throw notFound();
  if (!done.ok)
    return form.refuse({ form: `It is in ${done.holding.name}, so it cannot be deleted until that is over.` });
  await discard(done.key);
  return redirectWithFlash("/library", "Deleted.");
}

export default function MediaDeletion() {
  const answer = useActionData<typeof action>();
  return (
    <Refusal
      title="This cannot be deleted yet"
      answer={answer}
      back={{ to: "/library", words: "Back to the library" }}
    />
  );
}
