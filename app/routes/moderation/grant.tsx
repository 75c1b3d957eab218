import { randomUUID } from "node:crypto";
import { json } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { write } from "~/db/write";
import { grant } from "~/domain/moderation/granting.server";
import { readPerson } from "~/domain/moderation/person.server";
import { GrantForm, grantRefusals } from "~/domain/wallet/schema";
import { TextField } from "~/ui/parts/field";
import { ModerationFrame } from "~/ui/moderation/frame";
import { ReasonForm } from "~/ui/parts/reason-form";
import { buzz } from "~/ui/parts/format";
import { clock } from "~/web/server/clock.server";
import { redirectWithFlash } from "~/web/session/flash.server";
import { readForm } from "~/web/form/form.server";
import { notFound, numberParam, requireModerator } from "~/web/session/guard.server";
import { moderationText } from "~/ui/moderation/moderation-words";

export const meta: MetaFunction = () => [{ title: "Grant Buzz · Crucible" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireModerator(request);
  const person = await readPerson(numberParam(params.id));
  if (!person) throw notFound();
  return json({ id: person.id, username: person.username, balance: person.balance, requestKey: randomUUID() });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const moderator = await requireModerator(request);
  const userId = numberParam(params.id);
  const form = await readForm(request, GrantForm);
  if (!form.ok) return form.reply;

  const done = await write((tx) => grant(tx, { moderator, userId, ...form.value, now: clock.now() }));
  if (!done.ok) return form.refuse({ form: grantRefusals[done.reason] });
  return redirectWithFlash(`/moderation/people/${userId}`, moderationText.granted(form.value.amount));
}

export default function ModerationGrant() {
  const { id, username, balance, requestKey } = useLoaderData<typeof loader>();
  return (
    <ModerationFrame at="/moderation/people" title={`Grant Buzz to ${username}`}>
      <p>
        {username} has {buzz(balance)} now.
      </p>
      <ReasonForm
        button="Grant"
        back={`/moderation/people/${id}`}
        hint="Shown in the user’s wallet."
        start={{ requestKey }}
        lastResult={useActionData<typeof action>()}
      >
        {(field) => (
          <>
            <input type="hidden" name="requestKey" defaultValue={String(field("requestKey").initialValue)} />
            <TextField
              field={field("amount")}
              label="Amount"
              unit="Buzz"
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
