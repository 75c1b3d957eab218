import type { ActionFunctionArgs } from "@remix-run/node";
import { useActionData, useParams } from "@remix-run/react";
import { write } from "~/db/write";
import { endingRefusals } from "~/domain/challenge/challenge-messages";
import { endNow } from "~/domain/challenge/ending/canceling.server";
import { ReasonForm } from "~/domain/contest/forms";
import { actOn } from "~/domain/moderation/acting.server";
import { challengeText } from "~/ui/challenge/challenge-words";
import { ReasonForm as Reason } from "~/ui/parts/reason-form";
import { Refusal } from "~/ui/parts/refusal";
import { readForm } from "~/web/form/form.server";
import { clock } from "~/web/server/clock.server";
import { redirectWithFlash } from "~/web/session/flash.server";
import { notFound, numberParam, requireModerator } from "~/web/session/guard.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const moderator = await requireModerator(request);
  const challengeId = numberParam(params.id);
  const form = await readForm(request, ReasonForm);
  if (!form.ok) return form.reply;

  const act = { moderator, ...form.value, now: clock.now() };
  const on = { ...act, action: "end-challenge", subject: `challenge:${challengeId}` } as const;
  const done = await write((tx) => actOn(tx, on, () => endNow(tx, { challengeId, now: act.now })));
  if (!done) throw notFound();
  if (!done.ok) return form.refuse({ form: endingRefusals[done.reason] });
  return redirectWithFlash(`/challenges/${challengeId}`, "Ended. Winners are being picked.");
}

export default function ChallengeEnd() {
  const { id } = useParams();
  const lastResult = useActionData<typeof action>();
  const again = <Reason button={challengeText.endNow} back={`/challenges/${id}`} lastResult={lastResult} />;
  return <Refusal title="Challenge not ended" again={again} />;
}
