import type { ActionFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { z } from "zod";
import { write } from "~/db/write";
import { withdrawEntry } from "~/domain/challenge/entering/withdrawing.server";
import { challengeText } from "~/ui/challenge/challenge-words";
import { Refusal } from "~/ui/parts/refusal";
import { readForm } from "~/web/form/form.server";
import { clock } from "~/web/server/clock.server";
import { redirectWithFlash } from "~/web/session/flash.server";
import { notFound, numberParam, requireUser } from "~/web/session/guard.server";

const WithdrawForm = z.strictObject({});

const refusals = {
  "not-open": "This challenge isn’t running, so entries can’t be withdrawn.",
  removed: "A moderator has removed this entry.",
};

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const entryId = numberParam(params.id);
  const form = await readForm(request, WithdrawForm);
  if (!form.ok) return form.reply;

  const done = await write((tx) => withdrawEntry(tx, { entrantId: user.id, entryId, now: clock.now() }));
  if (!done) throw notFound();
  if (!done.ok) return form.refuse({ form: refusals[done.reason] });
  return redirectWithFlash(`/challenges/${done.challengeId}/mine`, challengeText.withdrawn);
}

export default function EntryWithdrawal() {
  const back = { to: "/challenges", words: "All challenges" };
  return <Refusal title="Entry not withdrawn" answer={useActionData<typeof action>()} back={back} />;
}
