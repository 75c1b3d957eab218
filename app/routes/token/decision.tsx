import type { ActionFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { write } from "~/db/write";
import { answerDeviceRequest } from "~/domain/token/device-codes.server";
import { DeviceDecisionForm, deviceClients, readUserCode } from "~/domain/token/schema";
import type { DeviceClient } from "~/domain/token/schema";
import { Refusal } from "~/ui/parts/refusal";
import { tokenText } from "~/ui/parts/token-words";
import { readForm } from "~/web/form/form.server";
import { clock } from "~/web/server/clock.server";
import { redirectWithFlash } from "~/web/session/flash.server";
import { requireUser } from "~/web/session/guard.server";

export async function action({ request }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const form = await readForm(request, DeviceDecisionForm);
  if (!form.ok) return form.reply;

  const userCode = readUserCode(form.value.code) ?? "";
  const allowed = form.value.decision === "allow";
  const answer = { userCode, userId: user.id, allowed, now: clock.now() };
  const done = await write((tx) => answerDeviceRequest(tx, answer));
  if (!done.ok) return form.refuse({ form: tokenText.wrongCode });
  const app = deviceClients[done.client as DeviceClient];
  return redirectWithFlash("/settings/tokens", allowed ? tokenText.appConnected(app) : tokenText.appDenied(app));
}

export default function Decision() {
  return (
    <Refusal
      title="App not connected"
      answer={useActionData<typeof action>()}
      back={{ to: "/device", words: "Enter a code" }}
    />
  );
}
