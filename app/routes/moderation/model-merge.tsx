import { json } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { write } from "~/db/write";
import { readVersion } from "~/domain/catalog/catalog-versions.server";
import { merge } from "~/domain/moderation/catalog-actions.server";
import { MergeForm, mergeRefusals } from "~/domain/moderation/schema";
import { TextField } from "~/ui/parts/field";
import { ModerationFrame } from "~/ui/moderation/frame";
import { ReasonForm } from "~/ui/parts/reason-form";
import { VersionFacts } from "~/ui/moderation/version-facts";
import { clock } from "~/web/server/clock.server";
import { redirectWithFlash } from "~/web/session/flash.server";
import { readForm } from "~/web/form/form.server";
import { notFound, numberParam, requireModerator } from "~/web/session/guard.server";
import { moderationText } from "~/ui/moderation/moderation-words";

export const meta: MetaFunction = () => [{ title: "Merge models · Crucible" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireModerator(request);
  const version = await readVersion(numberParam(params.id));
  if (!version) throw notFound();
  return json(version);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const moderator = await requireModerator(request);
  const fromId = numberParam(params.id);
  const form = await readForm(request, MergeForm);
  if (!form.ok) return form.reply;

  const { intoId, reason } = form.value;
  const done = await write((tx) => merge(tx, { moderatorId: moderator.id, fromId, intoId, reason, now: clock.now() }));
  if (!done) return form.refuse({ intoId: moderationText.noSuchVersion });
  if (!done.ok) return form.refuse({ intoId: mergeRefusals[done.reason] });
  return redirectWithFlash("/moderation/catalog", moderationText.merged);
}

export default function ModerationModelMerge() {
  const version = useLoaderData<typeof loader>();
  return (
    <ModerationFrame at="/moderation/catalog" title={`Merge ${version.name} ${version.version}`}>
      <VersionFacts version={version} />
      <ReasonForm
        button="Merge"
        danger
        back="/moderation/catalog"
        hint="Recorded in the audit log. A merge can’t be undone."
        lastResult={useActionData<typeof action>()}
      >
        {(field) => (
          <TextField
            field={field("intoId")}
            label={moderationText.intoVersion}
            hint="The number under its name in the catalog. That version keeps its name and gets the identifiers of both."
            inputMode="numeric"
            autoComplete="off"
            required
          />
        )}
      </ReasonForm>
    </ModerationFrame>
  );
}
