import type { ActionFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { write } from "~/db/write";
import { ReasonForm } from "~/domain/contest/forms";
import { disqualify } from "~/domain/moderation/contests.server";
import { disqualifyingRefusals } from "~/domain/moderation/schema";
import { ReasonForm as Reason } from "~/ui/parts/reason-form";
import { Refusal } from "~/ui/parts/refusal";
import { clock } from "~/web/server/clock.server";
import { redirectWithFlash } from "~/web/session/flash.server";
import { readForm } from "~/web/form/form.server";
import { notFound, numberParam, requireModerator } from "~/web/session/guard.server";
import { crucibleText } from "~/ui/crucible/crucible-words";

export async function action({ request, params }: ActionFunctionArgs) {
  const moderator = await requireModerator(request);
  const entryId = numberParam(params.id);
  const form = await readForm(request, ReasonForm);
  if (!form.ok) return form.reply;

  const { reason } = form.value;
  const done = await write((tx) => disqualify(tx, { moderator, entryId, reason, now: clock.now() }));
  if (!done) throw notFound();
  if (!done.ok) return form.refuse({ form: disqualifyingRefusals[done.reason] });
  return redirectWithFlash(`/crucibles/${done.crucibleId}`, crucibleText.disqualified);
}

export default function EntryDisqualification() {
  const lastResult = useActionData<typeof action>();
  const hint = "Shown to the entry’s owner. The fee stays in the pool.";
  return (
    <Refusal
      title="Entry not disqualified"
      again={<Reason button="Disqualify" danger back="/crucibles" hint={hint} lastResult={lastResult} />}
    />
  );
}
