import { json, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, useOutletContext } from "@remix-run/react";
import { write } from "~/db/write";
import { intentFor, suggestThemes, themeIn } from "~/domain/challenge/horizon/suggesting";
import type { Theme } from "~/domain/challenge/horizon/themes";
import { stepErrors } from "~/domain/challenge/opening/draft-summary.server";
import { valuesOfStep } from "~/domain/challenge/opening/draft-steps";
import { saveDraft } from "~/domain/challenge/opening/drafting.server";
import { ButtonForm, ThemeForm } from "~/domain/challenge/opening/forms";
import { descriptionLength, invitationLength, themeLength, titleLength } from "~/domain/challenge/schema";
import type { DraftError } from "~/domain/contest/drafting";
import { library } from "~/domain/media/library.server";
import { limits, tooManyBytes } from "~/domain/media/limits";
import { UploadFields } from "~/domain/media/schema";
import type { Wizard } from "~/ui/challenge/wizard/fields";
import { ChallengeStepForm, useStepErrors } from "~/ui/challenge/wizard/form";
import { Suggestions } from "~/ui/challenge/wizard/suggestions";
import { CoverPicker } from "~/ui/contest/cover-picker";
import { fieldsOf, textOf } from "~/ui/contest/wizard-fields";
import { TextArea, TextField } from "~/ui/parts/field";
import { number } from "~/ui/parts/format";
import { ownMeta } from "~/ui/parts/public-meta";
import { fieldsOf as formFields } from "~/web/form/form-fields.server";
import { formValues } from "~/web/form/form.server";
import { withFields } from "~/web/form/multipart-form.server";
import { takeCover, wrongCover } from "~/domain/media/taking-files.server";
import { clock } from "~/web/server/clock.server";
import { secureRandom } from "~/web/server/secure-random.server";
import { requireUser } from "~/web/session/guard.server";

export const meta: MetaFunction = () => ownMeta("New challenge: theme");

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const { items, next } = await library(user.id, { show: "image", limit: 24 });
  const wanted = new URL(request.url).searchParams.has("suggest");
  return json({
    images: items,
    more: next !== null,
    suggestions: wanted ? suggestThemes(secureRandom).map(withIntent) : [],
  });
}

function withIntent(theme: Theme) {
  return { ...theme, intent: intentFor(theme) };
}

export async function action({ request }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const now = clock.now();
  const fields = formFields(ThemeForm, UploadFields, ButtonForm);
  return withFields(request, { fileBytes: limits.imageBytes, files: 1, fields }, async ([file], words, excess) => {
    if (excess === "bytes") return json({ errors: [wrongCover(tooManyBytes)] }, { status: 413 });
    const typed = formValues(words);
    const taken = file ? await takeCover(user.id, file, typed, now) : null;
    if (taken?.ok) typed.cover = String(taken.mediaId);
    const suggested = themeIn(String(typed.intent ?? ""));
    Object.assign(typed, suggested);
    await write((tx) => saveDraft(tx, { userId: user.id, step: "theme", typed, now }));
    if (typed.intent === "keep") return json({ errors: [] as DraftError[] });
    if (suggested) return redirect("/challenges/new/theme", 303);
    if (typed.intent === "suggest") return redirect("/challenges/new/theme?suggest=on#suggestions", 303);
    const errors = await stepErrors(user.id, "theme", valuesOfStep(typed, "theme"), now);
    if (taken && !taken.ok) {
      const others = errors.filter(({ field }) => field !== "cover");
      return json({ errors: [...others, taken.mistake] }, { status: 422 });
    }
    if (typed.intent === "upload") return redirect("/challenges/new/theme#cover", 303);
    return errors.length > 0 ? json({ errors }, { status: 400 }) : redirect("/challenges/new/entry", 303);
  });
}

export default function ThemeStep() {
  const { images, more, suggestions } = useLoaderData<typeof loader>();
  const wizard = useOutletContext<Wizard>();
  const errors = useStepErrors("theme", useActionData<typeof action>(), wizard);
  const field = fieldsOf(wizard.typed, errors);
  const { cover } = wizard;
  const older = cover && !images.some(({ id }) => id === cover.id) ? [{ ...cover, level: 1 }] : [];
  return (
    <ChallengeStepForm step="theme" errors={errors} wizard={wizard} files next="Entries">
      <section className="panel stack form">
        <h3>The theme</h3>
        {textOf(wizard.typed, "rematch") ? (
          <input type="hidden" name="rematch" value={textOf(wizard.typed, "rematch")} />
        ) : null}
        <Suggestions suggestions={suggestions} />
        <TextField
          field={field("title")}
          label="Title"
          hint={`${titleLength.min} to ${titleLength.max} characters`}
          autoComplete="off"
        />
        <TextField
          field={field("theme")}
          label="Theme"
          hint={`What the judge looks for, in a few words. Up to ${themeLength} characters.`}
          autoComplete="off"
        />
        <TextField
          field={field("invitation")}
          label="Invitation"
          optional
          hint={`One line that makes people want to enter. Up to ${invitationLength} characters.`}
          autoComplete="off"
        />
        <TextArea
          field={field("description")}
          label="Description"
          optional
          rows={6}
          hint={`Markdown, up to ${number(descriptionLength)} characters.`}
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
    </ChallengeStepForm>
  );
}
