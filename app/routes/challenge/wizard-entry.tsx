import { json, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, useOutletContext } from "@remix-run/react";
import type { ShouldRevalidateFunctionArgs } from "@remix-run/react";
import { write } from "~/db/write";
import { findResources, namedResources } from "~/domain/catalog/catalog.server";
import { stepErrors } from "~/domain/challenge/opening/draft-summary.server";
import { valuesOfStep } from "~/domain/challenge/opening/draft-steps";
import { readDraft, saveDraft } from "~/domain/challenge/opening/drafting.server";
import { ButtonForm, EntryForm } from "~/domain/challenge/opening/forms";
import type { DraftError, Typed } from "~/domain/contest/drafting";
import { parseWhole } from "~/domain/contest/drafting";
import { timeZones } from "~/domain/list/zoned-time";
import { ChallengeEntryPanels } from "~/ui/challenge/wizard/entry";
import type { Wizard } from "~/ui/challenge/wizard/fields";
import { ChallengeStepForm, useStepErrors } from "~/ui/challenge/wizard/form";
import { ownMeta } from "~/ui/parts/public-meta";
import { fieldsOf as formFields } from "~/web/form/form-fields.server";
import { formValues, readFields } from "~/web/form/form.server";
import { clock } from "~/web/server/clock.server";
import { requireUser } from "~/web/session/guard.server";

export const meta: MetaFunction = () => ownMeta("New challenge: entries");

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const draft = await readDraft(user.id, clock.now());
  const words = (new URL(request.url).searchParams.get("find") ?? "").trim().slice(0, 100);
  return json({
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
  if (typed.intent === "keep") return json({ errors: [] as DraftError[] });
  if (typed.intent === "find") {
    const words = encodeURIComponent(String(typed.find ?? "").slice(0, 100));
    return redirect(`/challenges/new/entry?find=${words}#resources`, 303);
  }
  const errors = await stepErrors(user.id, "entry", valuesOfStep(typed, "entry"), now);
  return errors.length > 0 ? json({ errors }, { status: 400 }) : redirect("/challenges/new/judging", 303);
}

/** The catalog does not change because a draft was kept. */
export function shouldRevalidate({ formData, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  return formData?.get("intent") === "keep" ? false : defaultShouldRevalidate;
}

export default function EntryStep() {
  const { chosen, find, zones } = useLoaderData<typeof loader>();
  const wizard = useOutletContext<Wizard>();
  const errors = useStepErrors("entry", useActionData<typeof action>(), wizard);
  return (
    <ChallengeStepForm step="entry" errors={errors} wizard={wizard} back="theme" next="Judging">
      <ChallengeEntryPanels wizard={wizard} errors={errors} chosen={chosen} find={find} zones={zones} />
    </ChallengeStepForm>
  );
}
