import { json, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useOutletContext } from "@remix-run/react";
import { write } from "~/db/write";
import { changePlaces } from "~/domain/contest/prize-shares";
import { valuesOfStep } from "~/domain/crucible/opening/draft-steps";
import { saveDraft } from "~/domain/crucible/opening/drafting.server";
import { ButtonForm, PrizesForm } from "~/domain/crucible/opening/forms";
import { stepErrors } from "~/domain/crucible/opening/draft-summary.server";
import { prizeSplits } from "~/domain/crucible/schema";
import { PrizeEditor } from "~/ui/crucible/wizard/prize-editor";
import { ownMeta } from "~/ui/parts/public-meta";
import { fieldsOf } from "~/ui/contest/wizard-fields";
import type { Wizard } from "~/ui/crucible/wizard/fields";
import { useStepErrors, WizardForm } from "~/ui/crucible/wizard/form";
import { clock } from "~/web/server/clock.server";
import { readFields, formValues } from "~/web/form/form.server";
import { fieldsOf as formFields } from "~/web/form/form-fields.server";
import { requireUser } from "~/web/session/guard.server";

export const meta: MetaFunction = () => ownMeta("New crucible: prizes");

export async function action({ request }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const typed = formValues(await readFields(request, formFields(PrizesForm, ButtonForm)));
  const now = clock.now();
  const changed = changePlaces([typed.share ?? []].flat(), String(typed.intent ?? ""), prizeSplits);
  if (changed) typed.share = changed;
  await write((tx) => saveDraft(tx, { userId: user.id, step: "prizes", typed, now }));
  if (typed.intent === "keep") return json({ errors: [] });
  if (changed) return redirect("/crucibles/new/prizes#places", 303);
  const errors = await stepErrors(user.id, "prizes", valuesOfStep(typed, "prizes"), now);
  return errors.length > 0 ? json({ errors }, { status: 400 }) : redirect("/crucibles/new/review", 303);
}

export default function Prizes() {
  const wizard = useOutletContext<Wizard>();
  const errors = useStepErrors("prizes", useActionData<typeof action>(), wizard);
  return (
    <WizardForm step="prizes" errors={errors} wizard={wizard} back={{ to: "/crucibles/new/entry" }} next="Review">
      <PrizeEditor typed={wizard.typed} field={fieldsOf(wizard.typed, errors)} errors={errors} />
    </WizardForm>
  );
}
