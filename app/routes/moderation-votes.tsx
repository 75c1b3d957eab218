import { json } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { write } from "~/db/write";
import { voidVotesOf } from "~/domain/moderation/contests.server";
import { findPersonNamed } from "~/domain/moderation/person.server";
import { VoidForm, voidingRefusals } from "~/domain/moderation/schema";
import { TextField } from "~/ui/field";
import { ModerationFrame } from "~/ui/moderation/frame";
import { ReasonForm } from "~/ui/reason-form";
import { count, sentence } from "~/ui/words";
import { clock } from "~/web/clock.server";
import { redirectWithFlash } from "~/web/flash.server";
import { readForm } from "~/web/form.server";
import { requireModerator } from "~/web/guard.server";

export const meta: MetaFunction = () => [{ title: "Void votes · Crucible" }];

export async function loader({ request }: LoaderFunctionArgs) {
  await requireModerator(request);
  const { searchParams } = new URL(request.url);
  return json({ judge: searchParams.get("judge") ?? "", crucibleId: searchParams.get("crucible") ?? "" });
}

export async function action({ request }: ActionFunctionArgs) {
  const moderator = await requireModerator(request);
  const form = await readForm(request, VoidForm);
  if (!form.ok) return form.reply;

  const { judge, crucibleId, reason } = form.value;
  const judgeId = await findPersonNamed(judge);
  if (judgeId === null) return form.refuse({ judge: "Nobody has this name." });
  const done = await write((tx) => voidVotesOf(tx, { moderator, crucibleId, judgeId, reason, now: clock.now() }));
  if (!done) return form.refuse({ crucibleId: "There is no such crucible." });
  if (!done.ok) return form.refuse({ form: voidingRefusals[done.reason] });
  const words = `${sentence(count(done.votes, "vote"))} by ${judge} no longer ${done.votes === 1 ? "counts" : "count"}.`;
  return redirectWithFlash(
    "/moderation/votes",
    `${words} The ratings are replayed without ${done.votes === 1 ? "it" : "them"}.`,
  );
}

export default function ModerationVotes() {
  const start = useLoaderData<typeof loader>();
  return (
    <ModerationFrame at="/moderation/votes" title="Void a judge’s votes">
      <p>
        All votes of one judge in one running crucible stop counting, and its ratings are replayed without them. The
        votes stay in the public log, marked void.
      </p>
      <ReasonForm
        button="Void the votes"
        danger
        back="/moderation"
        start={start}
        hint="For the audit log, and in the public log."
        lastResult={useActionData<typeof action>()}
      >
        {(field) => (
          <>
            <TextField field={field("judge")} label="Judge" hint="The username." autoComplete="off" required />
            <TextField
              field={field("crucibleId")}
              label="Crucible"
              hint="Its number, from its address."
              inputMode="numeric"
              autoComplete="off"
              required
            />
          </>
        )}
      </ReasonForm>
    </ModerationFrame>
  );
}
