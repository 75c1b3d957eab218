import type { ActionFunctionArgs } from "@remix-run/node";
import { useActionData, useParams } from "@remix-run/react";
import { write } from "~/db/write";
import { ReminderForm } from "~/domain/contest/forms";
import { removeReminder } from "~/domain/crucible/opening/reminding.server";
import { Refusal } from "~/ui/parts/refusal";
import { redirectWithFlash } from "~/web/session/flash.server";
import { readForm } from "~/web/form/form.server";
import { numberParam, requireUser } from "~/web/session/guard.server";
import { safePath } from "~/web/response/redirect.server";
import { crucibleText } from "~/ui/crucible/crucible-words";

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const crucibleId = numberParam(params.id);
  const form = await readForm(request, ReminderForm);
  if (!form.ok) return form.reply;

  await write((tx) => removeReminder(tx, { userId: user.id, crucibleId }));
  return redirectWithFlash(safePath(form.value.to, `/crucibles/${crucibleId}`), crucibleText.reminderCanceled);
}

export default function CrucibleReminderWithdrawal() {
  const { id } = useParams();
  return (
    <Refusal
      title="Reminder not canceled"
      answer={useActionData<typeof action>()}
      back={{ to: `/crucibles/${id}`, words: crucibleText.backToCrucible }}
    />
  );
}
