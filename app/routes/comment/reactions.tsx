import { redirect } from "@remix-run/node";
import type { ActionFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { write } from "~/db/write";
import { react } from "~/domain/comment/reacting.server";
import { ReactionForm } from "~/domain/comment/schema";
import { Refusal } from "~/ui/parts/refusal";
import { clock } from "~/web/server/clock.server";
import { readForm } from "~/web/form/form.server";
import { notFound, numberParam, requireUser, viewer } from "~/web/session/guard.server";
import { safePath } from "~/web/response/redirect.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const commentId = numberParam(params.id);
  const reader = { ...(await viewer(request)), id: user.id };
  const form = await readForm(request, ReactionForm);
  if (!form.ok) return form.reply;

  const done = await write((tx) => react(tx, { reader, commentId, kind: form.value.kind, now: clock.now() }));
  if (!done) throw notFound();
  return redirect(safePath(form.value.to, `/comments/${commentId}`), 303);
}

export default function CommentReactions() {
  return (
    <Refusal
      title="Reaction not added"
      answer={useActionData<typeof action>()}
      back={{ to: "/crucibles", words: "All crucibles" }}
    />
  );
}
