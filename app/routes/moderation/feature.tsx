import { json } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { write } from "~/db/write";
import { feature } from "~/domain/moderation/correcting.server";
import { findFeaturable } from "~/domain/moderation/queues.server";
import { FeatureForm } from "~/domain/moderation/schema";
import { ModerationFrame } from "~/ui/moderation/frame";
import { ReasonForm } from "~/ui/parts/reason-form";
import { clock } from "~/web/server/clock.server";
import { redirectWithFlash } from "~/web/session/flash.server";
import { readForm } from "~/web/form/form.server";
import { notFound, numberParam, requireModerator } from "~/web/session/guard.server";
import { safePath } from "~/web/response/redirect.server";
import { crucibleText } from "~/ui/crucible/crucible-words";
import { moderationText } from "~/ui/moderation/moderation-words";

export const meta: MetaFunction = () => [{ title: "Feature · Crucible" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireModerator(request);
  const crucible = await findFeaturable(numberParam(params.id));
  if (!crucible) throw notFound();
  return json(crucible);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const moderator = await requireModerator(request);
  const crucibleId = numberParam(params.id);
  const form = await readForm(request, FeatureForm);
  if (!form.ok) return form.reply;

  const { featured, reason, to } = form.value;
  const done = await write((tx) =>
    feature(tx, { moderatorId: moderator.id, crucibleId, featured, reason, now: clock.now() }),
  );
  if (!done) throw notFound();
  return redirectWithFlash(
    safePath(to, "/moderation/featured"),
    featured ? crucibleText.featured : "Crucible no longer featured.",
  );
}

export default function ModerationFeature() {
  const { name, featured } = useLoaderData<typeof loader>();
  return (
    <ModerationFrame at="/moderation/featured" title={featured ? `Stop featuring ${name}` : `Feature ${name}`}>
      <ReasonForm
        button={featured ? moderationText.stopFeaturing : "Feature"}
        hint="Recorded in the audit log."
        back="/moderation/featured"
        start={{ to: "/moderation/featured" }}
        lastResult={useActionData<typeof action>()}
      >
        {(field) => (
          <>
            {featured ? null : <input type="hidden" name="featured" value="on" />}
            <input type="hidden" name="to" value={String(field("to").initialValue)} />
          </>
        )}
      </ReasonForm>
    </ModerationFrame>
  );
}
