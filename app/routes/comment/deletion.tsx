import type { ActionFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { write } from "~/db/write";
import { CommentActionForm } from "~/domain/comment/schema";
import { deleteComment } from "~/domain/comment/writing.server";
import { Refusal } from "~/ui/parts/refusal";
import { clock } from "~/web/server/clock.server";
import { redirectWithFlash } from "~/web/session/flash.server";
import { readForm } from "~/web/form/form.server";
import { notFound, numberParam, requireUser } from "~/web/session/guard.server";
import { safePath } from "~/web/response/redirect.server";
import { discussionText } from "~/ui/parts/discussion-words";

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const commentId = numberParam(params.id);
  const form = await readForm(request, CommentActionForm);
  if (!form.ok) return form.reply;

  const done = await write((tx) => deleteComment(tx, { authorId: user.id, commentId, now: clock.now() }));
  if (!done) throw notFound();
  return redirectWithFlash(safePath(form.value.to), discussionText.deleted);
}

export default function CommentDeletion() {
  return (
    <Refusal
      title="Comment not deleted"
      answer={useActionData<typeof action>()}
      back={{ to: "/crucibles", words: "All crucibles" }}
    />
  );
}
