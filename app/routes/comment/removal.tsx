import { json } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { write } from "~/db/write";
import { findComment } from "~/domain/comment/finding.server";
import { subjectPath } from "~/domain/comment/schema";
import { removeComment } from "~/domain/moderation/correcting.server";
import { RemoveForm } from "~/domain/moderation/schema";
import { ReasonForm } from "~/ui/parts/reason-form";
import { clock } from "~/web/server/clock.server";
import { redirectWithFlash } from "~/web/session/flash.server";
import { readForm } from "~/web/form/form.server";
import { notFound, numberParam, requireModerator, viewer } from "~/web/session/guard.server";
import { discussionText } from "~/ui/parts/discussion-words";

export const meta: MetaFunction = () => [{ title: "Remove a comment · Crucible" }];

async function find(request: Request, id: string | undefined) {
  const moderator = await requireModerator(request);
  const comment = await findComment(await viewer(request), numberParam(id), clock.now());
  if (!comment) throw notFound();
  return { moderator, comment };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { comment } = await find(request, params.id);
  return json({ body: comment.body, author: comment.author.username, back: subjectPath(comment) });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { moderator, comment } = await find(request, params.id);
  const form = await readForm(request, RemoveForm);
  if (!form.ok) return form.reply;

  const act = { moderatorId: moderator.id, commentId: comment.id, reason: form.value.reason, now: clock.now() };
  if (!(await write((tx) => removeComment(tx, act)))) throw notFound();
  return redirectWithFlash(subjectPath(comment), discussionText.removed);
}

export default function CommentRemoval() {
  const { body, author, back } = useLoaderData<typeof loader>();
  return (
    <main id="main" className="wrap narrow stack">
      <h1>Remove a comment</h1>
      <blockquote className="panel">
        <p>{body}</p>
        <p className="meta">{author}</p>
      </blockquote>
      <ReasonForm button={discussionText.remove} danger back={back} lastResult={useActionData<typeof action>()} />
    </main>
  );
}
