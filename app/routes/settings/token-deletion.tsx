import type { ActionFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { z } from "zod";
import { write } from "~/db/write";
import { revokePersonalToken } from "~/domain/token/personal.server";
import { Refusal } from "~/ui/parts/refusal";
import { tokenText } from "~/ui/parts/token-words";
import { readForm } from "~/web/form/form.server";
import { redirectWithFlash } from "~/web/session/flash.server";
import { notFound, numberParam, requireUser } from "~/web/session/guard.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const id = numberParam(params.id);
  const form = await readForm(request, z.strictObject({}));
  if (!form.ok) return form.reply;

  const done = await write((tx) => revokePersonalToken(tx, { userId: user.id, id }));
  if (!done.ok) throw notFound();
  return redirectWithFlash("/settings/tokens", tokenText.tokenDeleted(done.name));
}

export default function TokenDeletion() {
  return (
    <Refusal
      title="Token not deleted"
      answer={useActionData<typeof action>()}
      back={{ to: "/settings/tokens", words: "Back to connected apps" }}
    />
  );
}
