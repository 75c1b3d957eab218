import type { ActionFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { z } from "zod";
import { write } from "~/db/write";
import { endingRefusals } from "~/domain/challenge/challenge-messages";
import { clearAside } from "~/domain/challenge/reviewing/by-hand.server";
import { challengeOf } from "~/domain/challenge/viewing.server";
import { actOn } from "~/domain/moderation/acting.server";
import { Refusal } from "~/ui/parts/refusal";
import { readForm } from "~/web/form/form.server";
import { clock } from "~/web/server/clock.server";
import { redirectWithFlash } from "~/web/session/flash.server";
import { notFound, numberParam, requireModerator } from "~/web/session/guard.server";

const ClearForm = z.strictObject({});

/** Lets an entry that was set aside back in. */
export async function action({ request, params }: ActionFunctionArgs) {
  const moderator = await requireModerator(request);
  const entryId = numberParam(params.id);
  const form = await readForm(request, ClearForm);
  if (!form.ok) return form.reply;

  const challengeId = await challengeOf(entryId);
  if (challengeId === null) throw notFound();
  const now = clock.now();
  const about = { action: "clear-entry", subject: `challenge:${challengeId}`, reason: "Let back in" } as const;
  const done = await write((tx) =>
    actOn(
      tx,
      { moderator, now, ...about },
      () => clearAside(tx, { challengeId, entryId, now }),
      () => ({ entryId }),
    ),
  );
  if (!done.ok) return form.refuse({ form: endingRefusals[done.reason] });
  return redirectWithFlash("/moderation/challenges?status=needs-hand", "Entry let back in.");
}

export default function EntryClearance() {
  const back = { to: "/moderation/challenges", words: "Challenges" };
  return <Refusal title="Entry not let back in" answer={useActionData<typeof action>()} back={back} />;
}
