import type { ActionFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { z } from "zod";
import { write } from "~/db/write";
import { withdrawEntry } from "~/domain/crucible/entering/withdrawing.server";
import { Refusal } from "~/ui/refusal";
import { buzz } from "~/ui/words";
import { clock } from "~/web/clock.server";
import { redirectWithFlash } from "~/web/flash.server";
import { readForm } from "~/web/form.server";
import { notFound, numberParam, requireUser } from "~/web/guard.server";

const WithdrawForm = z.strictObject({});

const refusals = {
  "already-judged": "Somebody has judged it, so it stays in until the end.",
  disqualified: "A moderator has taken it out, and said why beside it. Its fee stays in the pool.",
  "not-open": "The crucible does not run now, so entries stay as they are.",
};

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const entryId = numberParam(params.id);
  const form = await readForm(request, WithdrawForm);
  if (!form.ok) return form.reply;

  const done = await write((tx) => withdrawEntry(tx, { entrantId: user.id, entryId, now: clock.now() }));
  if (!done) throw notFound();
  if (!done.ok) return form.refuse({ form: refusals[done.reason] });
  const words =
    done.refunded > 0 ? `Your entry is out, and ${buzz(done.refunded)} are back in your wallet.` : "Your entry is out.";
  return redirectWithFlash(`/crucibles/${done.crucibleId}/mine`, words);
}

export default function EntryWithdrawal() {
  const answer = useActionData<typeof action>();
  return <Refusal title="Not withdrawn" answer={answer} back={{ to: "/crucibles", words: "All crucibles" }} />;
}
