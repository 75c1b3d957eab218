import { json, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useOutletContext } from "@remix-run/react";
import { write } from "~/db/write";
import { stepErrors } from "~/domain/challenge/opening/draft-summary.server";
import { valuesOfStep } from "~/domain/challenge/opening/draft-steps";
import { saveDraft } from "~/domain/challenge/opening/drafting.server";
import { ButtonForm, JudgingForm } from "~/domain/challenge/opening/forms";
import { promptLength } from "~/domain/challenge/schema";
import type { DraftError } from "~/domain/contest/drafting";
import type { Wizard } from "~/ui/challenge/wizard/fields";
import { ChallengeStepForm, useStepErrors } from "~/ui/challenge/wizard/form";
import { RubricEditor } from "~/ui/challenge/wizard/rubric";
import { fieldsOf } from "~/ui/contest/wizard-fields";
import { TextArea } from "~/ui/parts/field";
import { number } from "~/ui/parts/format";
import { ownMeta } from "~/ui/parts/public-meta";
import { fieldsOf as formFields } from "~/web/form/form-fields.server";
import { formValues, readFields } from "~/web/form/form.server";
import { clock } from "~/web/server/clock.server";
import { requireUser } from "~/web/session/guard.server";

export const meta: MetaFunction = () => ownMeta("New challenge: judging");

export async function action({ request }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const typed = formValues(await readFields(request, formFields(JudgingForm, ButtonForm)));
  const now = clock.now();
  await write((tx) => saveDraft(tx, { userId: user.id, step: "judging", typed, now }));
  if (typed.intent === "keep") return json({ errors: [] as DraftError[] });
  const errors = await stepErrors(user.id, "judging", valuesOfStep(typed, "judging"), now);
  return errors.length > 0 ? json({ errors }, { status: 400 }) : redirect("/challenges/new/prizes", 303);
}

export default function JudgingStep() {
  const wizard = useOutletContext<Wizard>();
  const errors = useStepErrors("judging", useActionData<typeof action>(), wizard);
  const field = fieldsOf(wizard.typed, errors);
  return (
    <ChallengeStepForm step="judging" errors={errors} wizard={wizard} back="entry" next="Prizes">
      <section className="panel stack form">
        <h3>What counts</h3>
        <RubricEditor typed={wizard.typed} errors={errors} />
      </section>
      <section className="panel stack form">
        <h3>Instructions</h3>
        <TextArea
          field={field("prompt")}
          label="What the judge is told"
          optional
          rows={6}
          maxLength={promptLength}
          hint={`Up to ${number(promptLength)} characters. Published after the end.`}
        />
      </section>
    </ChallengeStepForm>
  );
}
