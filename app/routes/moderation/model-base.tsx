import { json } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { write } from "~/db/write";
import { readVersion } from "~/domain/catalog/catalog-versions.server";
import { listBaseModels } from "~/domain/catalog/catalog.server";
import { changeBaseModel } from "~/domain/moderation/catalog-actions.server";
import { BaseModelForm } from "~/domain/moderation/schema";
import { SelectField } from "~/ui/parts/field";
import { ModerationFrame } from "~/ui/moderation/frame";
import { ReasonForm } from "~/ui/parts/reason-form";
import { VersionFacts } from "~/ui/moderation/version-facts";
import { clock } from "~/web/server/clock.server";
import { redirectWithFlash } from "~/web/session/flash.server";
import { readForm } from "~/web/form/form.server";
import { notFound, numberParam, requireModerator } from "~/web/session/guard.server";
import { moderationText } from "~/ui/moderation/moderation-words";

export const meta: MetaFunction = () => [{ title: "Base model · Crucible" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireModerator(request);
  const version = await readVersion(numberParam(params.id));
  if (!version) throw notFound();
  const choices = (await listBaseModels()).map(({ id, name }) => ({ value: String(id), label: name }));
  return json({ version, choices });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const moderator = await requireModerator(request);
  const versionId = numberParam(params.id);
  const form = await readForm(request, BaseModelForm);
  if (!form.ok) return form.reply;

  const { baseModelId, reason } = form.value;
  const known = (await listBaseModels()).some(({ id }) => id === baseModelId);
  if (!known) return form.refuse({ baseModelId: "Base model not found." });
  const done = await write((tx) =>
    changeBaseModel(tx, { moderatorId: moderator.id, versionId, baseModelId, reason, now: clock.now() }),
  );
  if (!done) throw notFound();
  return redirectWithFlash("/moderation/catalog", "Base model set for this version and all images made with it.");
}

export default function ModerationModelBase() {
  const { version, choices } = useLoaderData<typeof loader>();
  const start = { baseModelId: version.baseModelId ? String(version.baseModelId) : "" };
  return (
    <ModerationFrame at="/moderation/catalog" title={`Base model of ${version.name} ${version.version}`}>
      <VersionFacts version={version} />
      <ReasonForm
        button={moderationText.setBaseModel}
        back="/moderation/catalog"
        hint="Recorded in the audit log."
        start={start}
        lastResult={useActionData<typeof action>()}
      >
        {(field) => (
          <SelectField
            field={field("baseModelId")}
            label={moderationText.baseModel}
            choices={[{ value: "", label: "Choose…" }, ...choices]}
            required
          />
        )}
      </ReasonForm>
    </ModerationFrame>
  );
}
