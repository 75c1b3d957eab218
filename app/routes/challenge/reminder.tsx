import type { ActionFunctionArgs } from "@remix-run/node";
import { useActionData, useParams } from "@remix-run/react";
import { write } from "~/db/write";
import { addReminder } from "~/domain/challenge/opening/reminding.server";
import { ReminderForm } from "~/domain/contest/forms";
import { challengeText } from "~/ui/challenge/challenge-words";
import { Refusal } from "~/ui/parts/refusal";
import { readForm } from "~/web/form/form.server";
import { safePath } from "~/web/response/redirect.server";
import { clock } from "~/web/server/clock.server";
import { redirectWithFlash } from "~/web/session/flash.server";
import { notFound, numberParam, requireUser, viewer } from "~/web/session/guard.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const challengeId = numberParam(params.id);
  const person = { ...(await viewer(request)), id: user.id };
  const form = await readForm(request, ReminderForm);
  if (!form.ok) return form.reply;

  const done = await write((tx) => addReminder(tx, { person, challengeId, now: clock.now() }));
  if (!done) throw notFound();
  if (!done.ok) return form.refuse({ form: "This challenge has started already." });
  return redirectWithFlash(safePath(form.value.to, `/challenges/${challengeId}`), "We’ll notify you when it opens.");
}

export default function ChallengeReminder() {
  const back = { to: `/challenges/${useParams().id}`, words: challengeText.back };
  return <Refusal title="Reminder not set" answer={useActionData<typeof action>()} back={back} />;
}
