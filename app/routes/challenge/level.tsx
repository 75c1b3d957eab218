import type { ActionFunctionArgs } from "@remix-run/node";
import { useActionData, useParams } from "@remix-run/react";
import { write } from "~/db/write";
import { endingRefusals } from "~/domain/challenge/challenge-messages";
import { ChallengeRatingForm } from "~/domain/challenge/moderator-query";
import { rateChallenge } from "~/domain/challenge/moderating.server";
import { actOn } from "~/domain/moderation/acting.server";
import { challengeText } from "~/ui/challenge/challenge-words";
import { Refusal } from "~/ui/parts/refusal";
import { readForm } from "~/web/form/form.server";
import { clock } from "~/web/server/clock.server";
import { redirectWithFlash } from "~/web/session/flash.server";
import { notFound, numberParam, requireModerator } from "~/web/session/guard.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const moderator = await requireModerator(request);
  const challengeId = numberParam(params.id);
  const form = await readForm(request, ChallengeRatingForm);
  if (!form.ok) return form.reply;

  const { level, reason } = form.value;
  const act = { moderator, reason, now: clock.now() };
  const on = { ...act, action: "rate-challenge", subject: `challenge:${challengeId}` } as const;
  const done = await write((tx) =>
    actOn(
      tx,
      on,
      () => rateChallenge(tx, { challengeId, level }),
      () => ({ level }),
    ),
  );
  if (!done) throw notFound();
  if (!done.ok) return form.refuse({ form: endingRefusals[done.reason] });
  return redirectWithFlash(`/challenges/${challengeId}`, "Content rating set.");
}

export default function ChallengeLevel() {
  const back = { to: `/challenges/${useParams().id}`, words: challengeText.back };
  return <Refusal title="Content rating not set" answer={useActionData<typeof action>()} back={back} />;
}
