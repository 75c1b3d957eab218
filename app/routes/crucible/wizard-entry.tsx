import { json, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, useOutletContext } from "@remix-run/react";
import type { ShouldRevalidateFunctionArgs } from "@remix-run/react";
import { write } from "~/db/write";
import { valuesOfStep } from "~/domain/crucible/opening/draft-steps";
import { parseWhole } from "~/domain/contest/drafting";
import type { Typed } from "~/domain/contest/drafting";
import { readDraft, saveDraft } from "~/domain/crucible/opening/drafting.server";
import { ButtonForm, EntryForm } from "~/domain/crucible/opening/forms";
import { stepErrors } from "~/domain/crucible/opening/draft-summary.server";
import { timeZones } from "~/domain/list/zoned-time";
import { findResources, listBaseModels, namedResources } from "~/domain/catalog/catalog.server";
import { ownMeta } from "~/ui/parts/public-meta";
import { AllowedPanel } from "~/ui/crucible/wizard/allowed";
import { EnteringPanel, JudgesPanel } from "~/ui/crucible/wizard/entering";
import { TimePanel } from "~/ui/crucible/wizard/time";
import { fieldsOf } from "~/ui/contest/wizard-fields";
import type { Wizard } from "~/ui/crucible/wizard/fields";
import { useStepErrors, WizardForm } from "~/ui/crucible/wizard/form";
import { clock } from "~/web/server/clock.server";
import { readFields, formValues } from "~/web/form/form.server";
import { fieldsOf as formFields } from "~/web/form/form-fields.server";
import { requireUser } from "~/web/session/guard.server";

export const meta: MetaFunction = () => ownMeta("New crucible: entry rules");

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const draft = await readDraft(user.id, clock.now());
  const words = (new URL(request.url).searchParams.get("find") ?? "").trim().slice(0, 100);
  return json({
    baseModels: await listBaseModels(),
    chosen: await namedResources(versionsIn((draft?.data ?? {}) as Typed)),
    find: { words, found: words ? await findResources({ words }) : [] },
    zones: timeZones(),
  });
}

function versionsIn({ version = [] }: Typed) {
  return [version]
    .flat()
    .map(parseWhole)
    .filter((id) => id !== null);
}

export async function action({ request }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const typed = formValues(await readFields(request, formFields(EntryForm, ButtonForm)));
  const now = clock.now();
  await write((tx) => saveDraft(tx, { userId: user.id, step: "entry", typed, now }));
  if (typed.intent === "keep") return json({ errors: [] });
  if (typed.intent === "find")
    return redirect(
      `/crucibles/new/entry?find=${encodeURIComponent(String(typed.find ?? "").slice(0, 100))}#resources`,
      303,
    );
  const errors = await stepErrors(user.id, "entry", valuesOfStep(typed, "entry"), now);
  return errors.length > 0 ? json({ errors }, { status: 400 }) : redirect("/crucibles/new/prizes", 303);
}

/** The catalog does not change because a draft was kept. */
export function shouldRevalidate({ formData, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  return formData?.get("intent") === "keep" ? false : defaultShouldRevalidate;
}

export default function EntryRules() {
  const { baseModels, chosen, find, zones } = useLoaderData<typeof loader>();
  const wizard = useOutletContext<Wizard>();
  const errors = useStepErrors("entry", useActionData<typeof action>(), wizard);
  const field = fieldsOf(wizard.typed, errors);
  return (
    <WizardForm step="entry" errors={errors} wizard={wizard} back={{ to: "/crucibles/new/basics" }} next="Prizes">
      <TimePanel typed={wizard.typed} field={field} zones={zones} />
      <EnteringPanel field={field} />
      <AllowedPanel typed={wizard.typed} field={field} baseModels={baseModels} chosen={chosen} find={find} />
      <JudgesPanel field={field} />
    </WizardForm>
  );
}
