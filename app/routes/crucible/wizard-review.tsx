import { randomBytes, randomUUID } from "node:crypto";
import { json } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, useOutletContext } from "@remix-run/react";
import { write } from "~/db/write";
import { openDraft } from "~/domain/crucible/opening/opening-drafts.server";
import { OpeningForm } from "~/domain/crucible/opening/forms";
import { pathOf } from "~/domain/crucible/slug";
import { openDraftRefusals, tooLittleBuzz } from "~/domain/crucible/crucible-messages";
import { listBaseModels, namedResources } from "~/domain/catalog/catalog.server";
import { readDraft } from "~/domain/crucible/opening/drafting.server";
import { ownMeta } from "~/ui/parts/public-meta";
import { textsOf } from "~/ui/contest/wizard-fields";
import type { Wizard } from "~/ui/crucible/wizard/fields";
import { WizardReview } from "~/ui/crucible/wizard/review";
import { clock } from "~/web/server/clock.server";
import { redirectWithFlash } from "~/web/session/flash.server";
import { readForm } from "~/web/form/form.server";
import { requireUser } from "~/web/session/guard.server";
import { crucibleText } from "~/ui/crucible/crucible-words";

export const meta: MetaFunction = () => ownMeta("New crucible: review");

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const draft = await readDraft(user.id, clock.now());
  const typed = (draft?.data ?? {}) as Wizard["typed"];
  const bases = textsOf(typed, "baseModel");
  const named = (await listBaseModels()).filter(({ id }) => bases.includes(String(id))).map(({ name }) => name);
  const resources = await namedResources(textsOf(typed, "version").map(Number).filter(Number.isSafeInteger));
  const models = [...named, ...resources.map(({ name, version }) => `${name} ${version}`.trim())];
  return json({ models, requestKey: randomUUID() });
}

export async function action({ request }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const form = await readForm(request, OpeningForm);
  if (!form.ok) return form.reply;

  const { requestKey, seen } = form.value;
  const logSalt = randomBytes(32).toString("hex");
  const opening = { creatorId: user.id, requestKey, logSalt, seen: new Date(seen), now: clock.now() };
  const done = await write((tx) => openDraft(tx, opening));
  if (!done.ok)
    return form.refuse({
      form: done.reason === "too-little-buzz" ? tooLittleBuzz(done) : openDraftRefusals[done.reason],
    });
  return redirectWithFlash(pathOf({ id: done.crucibleId, name: done.name }), crucibleText.created);
}

export default function Review() {
  const { models, requestKey } = useLoaderData<typeof loader>();
  const wizard = useOutletContext<Wizard>();
  const answer = useActionData<typeof action>();
  return <WizardReview wizard={wizard} models={models} requestKey={requestKey} refusals={answer?.error?.[""] ?? []} />;
}
