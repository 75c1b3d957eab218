import type { ActionFunctionArgs } from "@remix-run/node";
import { useActionData, useParams } from "@remix-run/react";
import { write } from "~/db/write";
import { ReasonForm } from "~/domain/contest/forms";
import { cancel } from "~/domain/moderation/contests.server";
import { cancelingRefusals } from "~/domain/moderation/schema";
import { ReasonForm as Reason } from "~/ui/parts/reason-form";
import { Refusal } from "~/ui/parts/refusal";
import { clock } from "~/web/server/clock.server";
import { redirectWithFlash } from "~/web/session/flash.server";
import { readForm } from "~/web/form/form.server";
import { notFound, numberParam, requireModerator } from "~/web/session/guard.server";
import { crucibleText } from "~/ui/crucible/crucible-words";

export async function action({ request, params }: ActionFunctionArgs) {
  const moderator = await requireModerator(request);
  const crucibleId = numberParam(params.id);
  const form = await readForm(request, ReasonForm);
  if (!form.ok) return form.reply;

  const { reason } = form.value;
  const done = await write((tx) => cancel(tx, { moderator, crucibleId, reason, now: clock.now() }));
  if (!done) throw notFound();
  if (!done.ok) return form.refuse({ form: cancelingRefusals[done.reason] });
  return redirectWithFlash(`/crucibles/${crucibleId}`, "Crucible canceled. All fees were refunded.");
}

export default function CrucibleCancellation() {
  const lastResult = useActionData<typeof action>();
  const { id } = useParams();
  const hint = "Shown to everyone involved.";
  return (
    <Refusal
      title="Crucible not canceled"
      again={
        <Reason button={crucibleText.cancelThis} danger back={`/crucibles/${id}`} hint={hint} lastResult={lastResult} />
      }
    />
  );
}
