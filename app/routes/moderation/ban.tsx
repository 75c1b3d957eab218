import { json } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { write } from "~/db/write";
import { ban, unban } from "~/domain/moderation/people.server";
import { readPerson } from "~/domain/moderation/person.server";
import { BanForm, moderationRefusals } from "~/domain/moderation/schema";
import { ModerationFrame } from "~/ui/moderation/frame";
import { ReasonForm } from "~/ui/parts/reason-form";
import { clock } from "~/web/server/clock.server";
import { redirectWithFlash } from "~/web/session/flash.server";
import { readForm } from "~/web/form/form.server";
import { notFound, numberParam, requireModerator } from "~/web/session/guard.server";
import { moderationText } from "~/ui/moderation/moderation-words";

export const meta: MetaFunction = () => [{ title: "Ban · Crucible" }];

async function find(request: Request, id: string | undefined) {
  const moderator = await requireModerator(request);
  const person = await readPerson(numberParam(id));
  if (!person) throw notFound();
  return { moderator, person, banned: person.bannedAt !== null };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { person, banned } = await find(request, params.id);
  return json({ id: person.id, username: person.username, banned });
}

/** Bans, or lifts the ban. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { moderator, person } = await find(request, params.id);
  const form = await readForm(request, BanForm);
  if (!form.ok) return form.reply;

  const act = { moderator, userId: person.id, reason: form.value.reason, now: clock.now() };
  const lift = form.value.lift === "on";
  const done = await write(async (tx) => (lift ? unban(tx, act) : ban(tx, act)));
  if (!done) throw notFound();
  if (!done.ok) return form.refuse({ form: moderationRefusals[done.reason] });
  return redirectWithFlash(`/moderation/people/${person.id}`, lift ? moderationText.banLifted : moderationText.banned);
}

export default function ModerationBan() {
  const { id, username, banned } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  return (
    <ModerationFrame at="/moderation/people" title={banned ? `Lift ban on ${username}` : `Ban ${username}`}>
      <ReasonForm
        button={banned ? moderationText.liftBan : "Ban"}
        danger={!banned}
        hint={banned ? "Recorded in the audit log." : "Shown to the user when they try to sign in."}
        back={`/moderation/people/${id}`}
        lastResult={lastResult}
      >
        {() => (banned ? <input type="hidden" name="lift" value="on" /> : null)}
      </ReasonForm>
    </ModerationFrame>
  );
}
