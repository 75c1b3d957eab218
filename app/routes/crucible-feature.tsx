import type { ActionFunctionArgs } from "@remix-run/node";
import { useActionData, useParams } from "@remix-run/react";
import { write } from "~/db/write";
import { feature } from "~/domain/moderation/correcting.server";
import { FeatureForm } from "~/domain/moderation/schema";
import { Refusal } from "~/ui/refusal";
import { clock } from "~/web/clock.server";
import { redirectWithFlash } from "~/web/flash.server";
import { readForm } from "~/web/form.server";
import { notFound, numberParam, requireModerator } from "~/web/guard.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const moderator = await requireModerator(request);
  const crucibleId = numberParam(params.id);
  const form = await readForm(request, FeatureForm);
  if (!form.ok) return form.reply;

  const { featured, reason } = form.value;
  const done = await write((tx) => feature(tx, { moderatorId: moderator.id, crucibleId, featured, reason, now: clock.now() }));
  if (!done) throw notFound();
  return redirectWithFlash(`/crucibles/${crucibleId}`, featured ? "It is featured now." : "It is featured no more.");
}

export default function CrucibleFeature() {
  const answer = useActionData<typeof action>();
  const { id } = useParams();
  return <Refusal title="Nothing was changed" answer={answer} back={{ to: `/crucibles/${id}`, words: "Back to the crucible" }} />;
}
