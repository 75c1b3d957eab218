import { json } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { write } from "~/db/write";
import { changeMembership } from "~/domain/moderation/people.server";
import { readPerson } from "~/domain/moderation/person.server";
import { MembershipForm, moderationRefusals } from "~/domain/moderation/schema";
import { ModerationFrame } from "~/ui/moderation/frame";
import { RadioCards } from "~/ui/parts/options";
import { ReasonForm } from "~/ui/parts/reason-form";
import { clock } from "~/web/server/clock.server";
import { redirectWithFlash } from "~/web/session/flash.server";
import { readForm } from "~/web/form/form.server";
import { notFound, numberParam, requireModerator } from "~/web/session/guard.server";
import { moderationText } from "~/ui/moderation/moderation-words";

export const meta: MetaFunction = () => [{ title: "Membership · Crucible" }];

const options = [
  { value: "free", label: "Free" },
  { value: "supporter", label: "Supporter", hint: "Can judge where only verified judges can" },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireModerator(request);
  const person = await readPerson(numberParam(params.id));
  if (!person) throw notFound();
  return json({ id: person.id, username: person.username, membership: person.membership });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const moderator = await requireModerator(request);
  const userId = numberParam(params.id);
  const form = await readForm(request, MembershipForm);
  if (!form.ok) return form.reply;

  const done = await write((tx) => changeMembership(tx, { moderator, userId, ...form.value, now: clock.now() }));
  if (!done) throw notFound();
  if (!done.ok) return form.refuse({ form: moderationRefusals[done.reason] });
  return redirectWithFlash(`/moderation/people/${userId}`, moderationText.membershipChanged);
}

export default function ModerationMembership() {
  const { id, username, membership } = useLoaderData<typeof loader>();
  return (
    <ModerationFrame at="/moderation/people" title={`Membership of ${username}`}>
      <ReasonForm
        button={moderationText.changeMembership}
        back={`/moderation/people/${id}`}
        start={{ membership }}
        lastResult={useActionData<typeof action>()}
      >
        {(field) => <RadioCards field={field("membership")} legend="Membership" options={options} />}
      </ReasonForm>
    </ModerationFrame>
  );
}
