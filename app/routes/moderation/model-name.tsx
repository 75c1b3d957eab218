import { json } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { write } from "~/db/write";
import { readVersion } from "~/domain/catalog/catalog-versions.server";
import { renameModel } from "~/domain/moderation/catalog-actions.server";
import { NameModelForm } from "~/domain/moderation/schema";
import { TextField } from "~/ui/parts/field";
import { ModerationFrame } from "~/ui/moderation/frame";
import { ReasonForm } from "~/ui/parts/reason-form";
import { VersionFacts } from "~/ui/moderation/version-facts";
import { clock } from "~/web/server/clock.server";
import { redirectWithFlash } from "~/web/session/flash.server";
import { readForm } from "~/web/form/form.server";
import { notFound, numberParam, requireModerator } from "~/web/session/guard.server";
import { moderationText } from "~/ui/moderation/moderation-words";

export const meta: MetaFunction = () => [{ title: "Name a model · Crucible" }];

async function find(request: Request, id: string | undefined) {
  const moderator = await requireModerator(request);
  const version = await readVersion(numberParam(id));
  if (!version) throw notFound();
  return { moderator, version };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  return json((await find(request, params.id)).version);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { moderator, version } = await find(request, params.id);
  const form = await readForm(request, NameModelForm);
  if (!form.ok) return form.reply;

  const act = { moderatorId: moderator.id, modelId: version.modelId, ...form.value, now: clock.now() };
  if (!(await write((tx) => renameModel(tx, act)))) throw notFound();
  return redirectWithFlash(`/moderation/catalog?q=${encodeURIComponent(form.value.name)}`, "Model renamed.");
}

export default function ModerationModelName() {
  const version = useLoaderData<typeof loader>();
  return (
    <ModerationFrame at="/moderation/catalog" title={`Name ${version.name}`}>
      <VersionFacts version={version} />
      <ReasonForm
        button={moderationText.saveName}
        back="/moderation/catalog"
        hint="Recorded in the audit log."
        start={{ name: version.name }}
        lastResult={useActionData<typeof action>()}
      >
        {(field) => (
          <TextField
            field={field("name")}
            label="Name"
            hint="Applies to all versions of the model."
            autoComplete="off"
            required
          />
        )}
      </ReasonForm>
    </ModerationFrame>
  );
}
