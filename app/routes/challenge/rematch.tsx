import type { ActionFunctionArgs } from "@remix-run/node";
import { useActionData, useParams } from "@remix-run/react";
import { z } from "zod";
import { write } from "~/db/write";
import { draftRematch } from "~/domain/challenge/rematching.server";
import { mayOpen } from "~/domain/challenge/viewing.server";
import { challengeText } from "~/ui/challenge/challenge-words";
import { Refusal } from "~/ui/parts/refusal";
import { readForm } from "~/web/form/form.server";
import { clock } from "~/web/server/clock.server";
import { redirectWithFlash } from "~/web/session/flash.server";
import { notFound, numberParam, requireUser, viewer } from "~/web/session/guard.server";

const RematchForm = z.strictObject({});

/** Fills the wizard with an ended challenge. */
export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const challengeId = numberParam(params.id);
  const form = await readForm(request, RematchForm);
  if (!form.ok) return form.reply;

  const now = clock.now();
  if (!(await mayOpen(challengeId, await viewer(request), now))) throw notFound();
  const done = await write((tx) => draftRematch(tx, { userId: user.id, challengeId, now }));
  if (!done) throw notFound();
  if (!done.ok) return form.refuse({ form: "A rematch can be called once a challenge is completed." });
  return redirectWithFlash("/challenges/new/theme", challengeText.rematchDrafted);
}

export default function ChallengeRematch() {
  const back = { to: `/challenges/${useParams().id}`, words: challengeText.back };
  return <Refusal title="No rematch called" answer={useActionData<typeof action>()} back={back} />;
}
