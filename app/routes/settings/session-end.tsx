import type { ActionFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { z } from "zod";
import { write } from "~/db/write";
import { revokeSession } from "~/domain/account/session-list.server";
import { Refusal } from "~/ui/parts/refusal";
import { redirectWithFlash } from "~/web/session/flash.server";
import { readForm } from "~/web/form/form.server";
import { notFound, numberParam, requireUser } from "~/web/session/guard.server";
import { accountText } from "~/ui/parts/account-words";

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const sessionId = numberParam(params.id);
  const form = await readForm(request, z.strictObject({}));
  if (!form.ok) return form.reply;

  const done = await write((tx) => revokeSession(tx, { userId: user.id, sessionId }));
  if (!done) throw notFound();
  return redirectWithFlash("/settings/security", accountText.signedOutThere);
}

export default function SettingsSessionEnd() {
  return (
    <Refusal
      title="Not signed out"
      answer={useActionData<typeof action>()}
      back={{ to: "/settings/security", words: "Back to settings" }}
    />
  );
}
