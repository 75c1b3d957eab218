import type { ActionFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { write } from "~/db/write";
import { endingRefusals } from "~/domain/challenge/challenge-messages";
import { removeEntry } from "~/domain/challenge/moderating.server";
import { ReasonForm } from "~/domain/contest/forms";
import { challengeOf } from "~/domain/challenge/viewing.server";
import { actOn } from "~/domain/moderation/acting.server";
import { Refusal } from "~/ui/parts/refusal";
import { ReasonForm as Reason } from "~/ui/parts/reason-form";
import { readForm } from "~/web/form/form.server";
import { clock } from "~/web/server/clock.server";
import { redirectWithFlash } from "~/web/session/flash.server";
import { notFound, numberParam, requireModerator } from "~/web/session/guard.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const moderator = await requireModerator(request);
  const entryId = numberParam(params.id);
  const form = await readForm(request, ReasonForm);
  if (!form.ok) return form.reply;

  const challengeId = await challengeOf(entryId);
  if (challengeId === null) throw notFound();
  const subject = `challenge:${challengeId}` as const;
  const act = { moderator, ...form.value, now: clock.now(), action: "remove-entry", subject } as const;
  const done = await write((tx) =>
    actOn(
      tx,
      act,
      (by) => removeEntry(tx, { entryId, ...by }),
      () => ({ entryId }),
    ),
  );
  if (!done) throw notFound();
  if (!done.ok) return form.refuse({ form: endingRefusals[done.reason] });
  return redirectWithFlash(`/challenges/${challengeId}`, "Entry removed.");
}

export default function EntryRemoval() {
  const lastResult = useActionData<typeof action>();
  const again = <Reason button="Remove" danger back="/challenges" lastResult={lastResult} />;
  return <Refusal title="Entry not removed" again={again} />;
}
