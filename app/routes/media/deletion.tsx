import type { ActionFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { z } from "zod";
import { write } from "~/db/write";
import { discard } from "~/domain/media/discarding.server";
import { deleteMedia } from "~/domain/media/uses.server";
import { Refusal } from "~/ui/parts/refusal";
import { clock } from "~/web/server/clock.server";
import { redirectWithFlash } from "~/web/session/flash.server";
import { readForm } from "~/web/form/form.server";
import { mediaIdOf } from "~/domain/media/detail.server";
import { libraryText } from "~/ui/parts/library-words";
import { notFound, requireUser } from "~/web/session/guard.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const mediaId = await mediaIdOf(params.key);
  const form = await readForm(request, z.strictObject({}));
  if (!form.ok) return form.reply;

  const done = await write((tx) => deleteMedia(tx, { ownerId: user.id, mediaId, now: clock.now() }));
  if (!done) throw notFound();
  if (!done.ok) return form.refuse({ form: `It’s in ${done.holding.name}, so you can’t delete it until that’s over.` });
  await discard(done.key);
  return redirectWithFlash("/library", libraryText.deleted);
}

export default function MediaDeletion() {
  const answer = useActionData<typeof action>();
  return (
    <Refusal
      title="You can’t delete this yet"
      answer={answer}
      back={{ to: "/library", words: "Back to the library" }}
    />
  );
}
