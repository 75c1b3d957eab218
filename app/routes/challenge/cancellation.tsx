import type { ActionFunctionArgs } from "@remix-run/node";
import { useActionData, useParams } from "@remix-run/react";
import { write } from "~/db/write";
import { endingRefusals } from "~/domain/challenge/challenge-messages";
import { cancelChallenge, cancelOwn } from "~/domain/challenge/ending/canceling.server";
import { ReasonForm } from "~/domain/contest/forms";
import { actOn } from "~/domain/moderation/acting.server";
import { isModerator } from "~/domain/moderation/rules";
import { challengeText } from "~/ui/challenge/challenge-words";
import { ReasonForm as Reason } from "~/ui/parts/reason-form";
import { Refusal } from "~/ui/parts/refusal";
import { readForm } from "~/web/form/form.server";
import { clock } from "~/web/server/clock.server";
import { redirectWithFlash } from "~/web/session/flash.server";
import { notFound, numberParam, requireUser } from "~/web/session/guard.server";

/** Moderators cancel any challenge that is not over; the person who opened it until somebody has entered. */
export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const challengeId = numberParam(params.id);
  const form = await readForm(request, ReasonForm);
  if (!form.ok) return form.reply;

  const { reason } = form.value;
  const now = clock.now();
  const act = { action: "cancel-challenge", subject: `challenge:${challengeId}`, reason, now } as const;
  const input = { actorId: user.id, challengeId, reason, now };
  const done = isModerator(user)
    ? await write((tx) => actOn(tx, { moderator: user, ...act }, () => cancelChallenge(tx, input)))
    : await write((tx) => cancelOwn(tx, input));
  if (!done) throw notFound();
  if (!done.ok) return form.refuse({ form: endingRefusals[done.reason] });
  return redirectWithFlash(`/challenges/${challengeId}`, challengeText.returned(done.prizes + done.looks));
}

export default function ChallengeCancellation() {
  const { id } = useParams();
  const again = (
    <Reason
      button={challengeText.cancel}
      danger
      back={`/challenges/${id}`}
      hint="Shown to everyone involved."
      lastResult={useActionData<typeof action>()}
    />
  );
  return <Refusal title="Challenge not canceled" again={again} />;
}
