import { json } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { write } from "~/db/write";
import { changeRole } from "~/domain/moderation/people.server";
import { readPerson } from "~/domain/moderation/person.server";
import { isAdmin } from "~/domain/moderation/rules";
import { RoleForm, moderationRefusals } from "~/domain/moderation/schema";
import { ModerationFrame } from "~/ui/moderation/frame";
import { RadioCards } from "~/ui/parts/options";
import { ReasonForm } from "~/ui/parts/reason-form";
import { clock } from "~/web/server/clock.server";
import { redirectWithFlash } from "~/web/session/flash.server";
import { readForm } from "~/web/form/form.server";
import { notFound, numberParam, requireModerator } from "~/web/session/guard.server";
import { moderationText } from "~/ui/moderation/moderation-words";

export const meta: MetaFunction = () => [{ title: "Role · Crucible" }];

const options = [
  { value: "user", label: "User", hint: "No moderation rights" },
  { value: "moderator", label: "Moderator", hint: "Can do everything in Moderation except change roles" },
  { value: "admin", label: "Admin", hint: "Can also change roles and ban moderators" },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const moderator = await requireModerator(request);
  const person = await readPerson(numberParam(params.id));
  if (!person || !isAdmin(moderator)) throw notFound();
  return json({ id: person.id, username: person.username, role: person.role });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const moderator = await requireModerator(request);
  const userId = numberParam(params.id);
  const form = await readForm(request, RoleForm);
  if (!form.ok) return form.reply;

  const done = await write((tx) => changeRole(tx, { moderator, userId, ...form.value, now: clock.now() }));
  if (!done) throw notFound();
  if (!done.ok) return form.refuse({ form: moderationRefusals[done.reason] });
  return redirectWithFlash(`/moderation/people/${userId}`, moderationText.roleChanged);
}

export default function ModerationRole() {
  const { id, username, role } = useLoaderData<typeof loader>();
  return (
    <ModerationFrame at="/moderation/people" title={`Role of ${username}`}>
      <ReasonForm
        button={moderationText.changeRole}
        back={`/moderation/people/${id}`}
        start={{ role }}
        lastResult={useActionData<typeof action>()}
      >
        {(field) => <RadioCards field={field("role")} legend="Role" options={options} />}
      </ReasonForm>
    </ModerationFrame>
  );
}
