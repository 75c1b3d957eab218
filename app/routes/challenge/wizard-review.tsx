import { randomBytes, randomUUID } from "node:crypto";
import { json } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, useOutletContext } from "@remix-run/react";
import { write } from "~/db/write";
import { namedResources } from "~/domain/catalog/catalog.server";
import { openingRefusals } from "~/domain/challenge/challenge-messages";
import { readDraft } from "~/domain/challenge/opening/drafting.server";
import { OpeningForm } from "~/domain/challenge/opening/forms";
import { openDraft } from "~/domain/challenge/opening/opening-drafts.server";
import { pathOf } from "~/domain/challenge/slug";
import { isModerator } from "~/domain/moderation/rules";
import { challengeText } from "~/ui/challenge/challenge-words";
import type { Wizard } from "~/ui/challenge/wizard/fields";
import { ChallengeReview } from "~/ui/challenge/wizard/review";
import { textsOf } from "~/ui/contest/wizard-fields";
import { ownMeta } from "~/ui/parts/public-meta";
import { readForm } from "~/web/form/form.server";
import { clock } from "~/web/server/clock.server";
import { redirectWithFlash } from "~/web/session/flash.server";
import { requireUser } from "~/web/session/guard.server";

export const meta: MetaFunction = () => ownMeta("New challenge: review");

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const draft = await readDraft(user.id, clock.now());
  const typed = (draft?.data ?? {}) as Wizard["typed"];
  const resources = await namedResources(textsOf(typed, "version").map(Number).filter(Number.isSafeInteger));
  return json({
    models: resources.map(({ name, version }) => `${name} ${version}`.trim()),
    requestKey: randomUUID(),
  });
}

export async function action({ request }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const form = await readForm(request, OpeningForm);
  if (!form.ok) return form.reply;

  const { requestKey, seen } = form.value;
  const lotSalt = randomBytes(32).toString("hex");
  const who = { creatorId: user.id, moderator: isModerator(user) };
  const opening = { ...who, requestKey, lotSalt, seen: new Date(seen), now: clock.now() };
  const done = await write((tx) => openDraft(tx, opening));
  if (!done.ok) return form.refuse({ form: openingRefusals[done.reason] });
  return redirectWithFlash(pathOf({ id: done.challengeId, title: done.title }), challengeText.opened);
}

export default function ReviewStep() {
  const { models, requestKey } = useLoaderData<typeof loader>();
  const wizard = useOutletContext<Wizard>();
  const refusals = useActionData<typeof action>()?.error?.[""] ?? [];
  return <ChallengeReview wizard={wizard} models={models} requestKey={requestKey} refusals={refusals} />;
}
