import { json, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, useOutletContext } from "@remix-run/react";
import { write } from "~/db/write";
import { valuesOfStep } from "~/domain/crucible/opening/draft-steps";
import type { DraftError } from "~/domain/contest/drafting";
import { saveDraft } from "~/domain/crucible/opening/drafting.server";
import { BasicsForm, ButtonForm } from "~/domain/crucible/opening/forms";
import { stepErrors } from "~/domain/crucible/opening/draft-summary.server";
import { descriptionLength, nameLength } from "~/domain/crucible/schema";
import { library } from "~/domain/media/library.server";
import { limits, tooManyBytes } from "~/domain/media/limits";
import { UploadFields } from "~/domain/media/schema";
import { CoverPicker } from "~/ui/contest/cover-picker";
import { TextArea, TextField } from "~/ui/parts/field";
import { ownMeta } from "~/ui/parts/public-meta";
import { fieldsOf, textOf } from "~/ui/contest/wizard-fields";
import type { Wizard } from "~/ui/crucible/wizard/fields";
import { useStepErrors, WizardForm } from "~/ui/crucible/wizard/form";
import { clock } from "~/web/server/clock.server";
import { formValues } from "~/web/form/form.server";
import { fieldsOf as formFields } from "~/web/form/form-fields.server";
import { requireUser } from "~/web/session/guard.server";
import { withFields } from "~/web/form/multipart-form.server";
import { takeCover, wrongCover } from "~/domain/media/taking-files.server";
import { wizardText } from "~/ui/crucible/wizard/wizard-words";

export const meta: MetaFunction = () => ownMeta("New crucible: basics");

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const { items, next } = await library(user.id, { show: "image", limit: 24 });
  return json({ images: items, more: next !== null });
}

export async function action({ request }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const now = clock.now();
  const fields = formFields(BasicsForm, UploadFields, ButtonForm);
  return withFields(request, { fileBytes: limits.imageBytes, files: 1, fields }, async ([file], words, excess) => {
    if (excess === "bytes") return json({ errors: [wrongCover(tooManyBytes)] }, { status: 413 });
    const typed = formValues(words);
    const taken = file ? await takeCover(user.id, file, typed, now) : null;
    if (taken?.ok) typed.cover = String(taken.mediaId);
    await write((tx) => saveDraft(tx, { userId: user.id, step: "basics", typed, now }));
    if (typed.intent === "keep") return json({ errors: [] });
    const errors = await stepErrors(user.id, "basics", valuesOfStep(typed, "basics"), now);
    if (taken && !taken.ok) return json({ errors: [...without(errors, "cover"), taken.mistake] }, { status: 422 });
    if (typed.intent === "upload") return redirect("/crucibles/new/basics#cover", 303);
    return errors.length > 0 ? json({ errors }, { status: 400 }) : redirect("/crucibles/new/entry", 303);
  });
}

function without(errors: DraftError[], name: string) {
  return errors.filter(({ field }) => field !== name);
}

export default function Basics() {
  const { images, more } = useLoaderData<typeof loader>();
  const wizard = useOutletContext<Wizard>();
  const errors = useStepErrors("basics", useActionData<typeof action>(), wizard);
  const field = fieldsOf(wizard.typed, errors);
  const { cover } = wizard;
  const older = cover && !images.some(({ id }) => id === cover.id) ? [{ ...cover, level: 1 }] : [];
  return (
    <WizardForm step="basics" errors={errors} wizard={wizard} files next={wizardText.entryRules}>
      <section className="panel stack form">
        <h3>About your crucible</h3>
        <TextField
          field={field("name")}
          label="Name"
          hint={`${nameLength.min} to ${nameLength.max} characters`}
          autoComplete="off"
        />
        <TextArea
          field={field("description")}
          label="Description"
          optional
          rows={6}
          hint={`The theme and what you’d like to see. Markdown, up to ${descriptionLength.toLocaleString("en")} characters.`}
        />
      </section>
      <section className="panel stack form">
        <h3>Cover</h3>
        <CoverPicker
          field={field("cover")}
          chosen={textOf(wizard.typed, "cover")}
          images={[...older, ...images]}
          hint="An image rated PG or PG-13. Everyone sees it."
          legendHidden
          upload
          more={more}
        />
      </section>
    </WizardForm>
  );
}
