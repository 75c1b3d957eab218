import type { ActionFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { z } from "zod";
import { write } from "~/db/write";
import { endFamily } from "~/domain/token/families.server";
import { deviceClients } from "~/domain/token/schema";
import type { DeviceClient } from "~/domain/token/schema";
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

  const done = await write((tx) => endFamily(tx, { userId: user.id, id }));
  if (!done.ok) throw notFound();
  return redirectWithFlash("/settings/tokens", tokenText.disconnected(deviceClients[done.client as DeviceClient]));
}

export default function AppEnd() {
  return (
    <Refusal
      title="App not disconnected"
      answer={useActionData<typeof action>()}
      back={{ to: "/settings/tokens", words: "Back to connected apps" }}
    />
  );
}
