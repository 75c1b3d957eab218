import { json, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useOutletContext } from "@remix-run/react";
import { write } from "~/db/write";
import { changePrizes } from "~/domain/challenge/opening/changing-prizes";
import { stepErrors } from "~/domain/challenge/opening/draft-summary.server";
import { valuesOfStep } from "~/domain/challenge/opening/draft-steps";
import { saveDraft } from "~/domain/challenge/opening/drafting.server";
import { ButtonForm, PrizesForm } from "~/domain/challenge/opening/forms";
import type { DraftError } from "~/domain/contest/drafting";
import type { Wizard } from "~/ui/challenge/wizard/fields";
import { ChallengeStepForm, useStepErrors } from "~/ui/challenge/wizard/form";
import { PrizesPanel, ReviewsPanel } from "~/ui/challenge/wizard/prizes";
import { ownMeta } from "~/ui/parts/public-meta";
import { fieldsOf as formFields } from "~/web/form/form-fields.server";
import { formValues, readFields } from "~/web/form/form.server";
import { clock } from "~/web/server/clock.server";
import { requireUser } from "~/web/session/guard.server";

export const meta: MetaFunction = () => ownMeta("New challenge: prizes");

export async function action({ request }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const typed = formValues(await readFields(request, formFields(PrizesForm, ButtonForm)));
  const now = clock.now();
  const changed = changePrizes([typed.prize ?? []].flat(), String(typed.intent ?? ""));
  if (changed) typed.prize = changed;
  await write((tx) => saveDraft(tx, { userId: user.id, step: "prizes", typed, now }));
  if (typed.intent === "keep") return json({ errors: [] as DraftError[] });
  if (changed || typed.intent === "reckon") return redirect("/challenges/new/prizes#places", 303);
  const errors = await stepErrors(user.id, "prizes", valuesOfStep(typed, "prizes"), now);
  return errors.length > 0 ? json({ errors }, { status: 400 }) : redirect("/challenges/new/review", 303);
}

export default function PrizesStep() {
  const wizard = useOutletContext<Wizard>();
  const errors = useStepErrors("prizes", useActionData<typeof action>(), wizard);
  const places = [wizard.typed.prize ?? []].flat().length;
  return (
    <ChallengeStepForm step="prizes" errors={errors} wizard={wizard} back="judging" next="Review">
      <PrizesPanel key={places} wizard={wizard} errors={errors} />
      <ReviewsPanel wizard={wizard} errors={errors} />
    </ChallengeStepForm>
  );
}
