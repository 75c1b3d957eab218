import { json } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { write } from "~/db/write";
import { latestPartisans } from "~/domain/crucible/partisans.server";
import { voidVotesOf } from "~/domain/moderation/contests.server";
import { findPersonNamed } from "~/domain/moderation/person.server";
import { VoidForm, voidingRefusals } from "~/domain/moderation/schema";
import { TextField } from "~/ui/parts/field";
import { Partisans } from "~/ui/moderation/partisans";
import { ModerationFrame } from "~/ui/moderation/frame";
import { ReasonForm } from "~/ui/parts/reason-form";
import { clock } from "~/web/server/clock.server";
import { redirectWithFlash } from "~/web/session/flash.server";
import { readForm } from "~/web/form/form.server";
import { requireModerator } from "~/web/session/guard.server";
import { moderationText } from "~/ui/moderation/moderation-words";

export const meta: MetaFunction = () => [{ title: "Void votes · Crucible" }];

export async function loader({ request }: LoaderFunctionArgs) {
  await requireModerator(request);
  const { searchParams } = new URL(request.url);
  const start = { judge: searchParams.get("judge") ?? "", crucibleId: searchParams.get("crucible") ?? "" };
  return json({ start, partisans: await latestPartisans() });
}

export async function action({ request }: ActionFunctionArgs) {
  const moderator = await requireModerator(request);
  const form = await readForm(request, VoidForm);
  if (!form.ok) return form.reply;

  const { judge, crucibleId, reason } = form.value;
  const judgeId = await findPersonNamed(judge);
  if (judgeId === null) return form.refuse({ judge: moderationText.noSuchUser });
  const done = await write((tx) => voidVotesOf(tx, { moderator, crucibleId, judgeId, reason, now: clock.now() }));
  if (!done) return form.refuse({ crucibleId: "Crucible not found." });
  if (!done.ok) return form.refuse({ form: voidingRefusals[done.reason] });
  const words = moderationText.votesVoided(done.votes, judge);
  return redirectWithFlash(
    "/moderation/votes",
    `${words} Ratings will be recalculated without ${done.votes === 1 ? "it" : "them"}.`,
  );
}

export default function ModerationVotes() {
  const { start, partisans } = useLoaderData<typeof loader>();
  return (
    <ModerationFrame at="/moderation/votes" title="Void a judge’s votes">
      <p>
        All of one judge’s votes in a running crucible stop counting, and its ratings are recalculated without them. The
        votes stay in the public log, marked void.
      </p>
      <ReasonForm
        button={moderationText.voidVotes}
        danger
        back="/moderation"
        start={start}
        hint="Recorded in the audit log and the public log."
        lastResult={useActionData<typeof action>()}
      >
        {(field) => (
          <>
            <TextField field={field("judge")} label="Judge" hint="The username." autoComplete="off" required />
            <TextField
              field={field("crucibleId")}
              label="Crucible"
              hint="The number in its URL."
              inputMode="numeric"
              autoComplete="off"
              required
            />
          </>
        )}
      </ReasonForm>
      <Partisans found={partisans} />
    </ModerationFrame>
  );
}
