import type { ActionFunctionArgs } from "@remix-run/node";
import { useActionData, useParams } from "@remix-run/react";
import { write } from "~/db/write";
import { ReminderForm } from "~/domain/contest/forms";
import { addReminder } from "~/domain/crucible/opening/reminding.server";
import { reminderRefusals } from "~/domain/crucible/crucible-messages";
import { Refusal } from "~/ui/parts/refusal";
import { clock } from "~/web/server/clock.server";
import { redirectWithFlash } from "~/web/session/flash.server";
import { readForm } from "~/web/form/form.server";
import { notFound, numberParam, requireUser, viewer } from "~/web/session/guard.server";
import { safePath } from "~/web/response/redirect.server";
import { crucibleText } from "~/ui/crucible/crucible-words";

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const crucibleId = numberParam(params.id);
  const person = { ...(await viewer(request)), id: user.id };
  const form = await readForm(request, ReminderForm);
  if (!form.ok) return form.reply;

  const done = await write((tx) => addReminder(tx, { person, crucibleId, now: clock.now() }));
  if (!done) throw notFound();
  if (!done.ok) return form.refuse({ form: reminderRefusals[done.reason] });
  return redirectWithFlash(safePath(form.value.to, `/crucibles/${crucibleId}`), "We’ll notify you when it opens.");
}

export default function CrucibleReminder() {
  const { id } = useParams();
  return (
    <Refusal
      title="Reminder not set"
      answer={useActionData<typeof action>()}
      back={{ to: `/crucibles/${id}`, words: crucibleText.backToCrucible }}
    />
  );
}
