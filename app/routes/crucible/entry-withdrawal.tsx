import type { ActionFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { z } from "zod";
import { write } from "~/db/write";
import { withdrawEntry } from "~/domain/crucible/entering/withdrawing.server";
import { Refusal } from "~/ui/parts/refusal";
import { clock } from "~/web/server/clock.server";
import { redirectWithFlash } from "~/web/session/flash.server";
import { readForm } from "~/web/form/form.server";
import { notFound, numberParam, requireUser } from "~/web/session/guard.server";
import { crucibleText } from "~/ui/crucible/crucible-words";

const WithdrawForm = z.strictObject({});

const refusals = {
  "already-judged": crucibleText.hasVotes,
  disqualified: "A moderator has disqualified this entry. Its fee stays in the pool.",
  "not-open": "This crucible isn’t running, so entries can’t be withdrawn.",
};

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const entryId = numberParam(params.id);
  const form = await readForm(request, WithdrawForm);
  if (!form.ok) return form.reply;

  const done = await write((tx) => withdrawEntry(tx, { entrantId: user.id, entryId, now: clock.now() }));
  if (!done) throw notFound();
  if (!done.ok) return form.refuse({ form: refusals[done.reason] });
  return redirectWithFlash(`/crucibles/${done.crucibleId}/mine`, crucibleText.entryWithdrawn(done.refunded));
}

export default function EntryWithdrawal() {
  const answer = useActionData<typeof action>();
  return <Refusal title="Entry not withdrawn" answer={answer} back={{ to: "/crucibles", words: "All crucibles" }} />;
}
