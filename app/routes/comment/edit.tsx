import { getFormProps, useForm } from "@conform-to/react";
import { json } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { write } from "~/db/write";
import { findComment } from "~/domain/comment/finding.server";
import { CommentForm, commentRefusals, subjectPath } from "~/domain/comment/schema";
import { editComment } from "~/domain/comment/writing.server";
import { TextArea } from "~/ui/parts/field";
import { FormErrors } from "~/ui/parts/form-errors";
import { clock } from "~/web/server/clock.server";
import { redirectWithFlash } from "~/web/session/flash.server";
import { readForm } from "~/web/form/form.server";
import { notFound, numberParam, requireUser, viewer } from "~/web/session/guard.server";
import { discussionText } from "~/ui/parts/discussion-words";

export const meta: MetaFunction = () => [{ title: "Edit comment · Crucible" }];

async function own(request: Request, id: string | undefined) {
  await requireUser(request);
  const comment = await findComment(await viewer(request), numberParam(id), clock.now());
  if (!comment?.own) throw notFound();
  return comment;
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const comment = await own(request, params.id);
  return json({
    body: comment.body,
    back: `${subjectPath(comment)}#comment-${comment.id}`,
    late: comment.editable ? undefined : [commentRefusals["too-late"]],
  });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const comment = await own(request, params.id);
  const form = await readForm(request, CommentForm);
  if (!form.ok) return form.reply;

  const edit = { authorId: comment.author.id, commentId: comment.id, body: form.value.body, now: clock.now() };
  const done = await write((tx) => editComment(tx, edit));
  if (!done) throw notFound();
  if (!done.ok) return form.refuse({ form: commentRefusals[done.reason] });
  return redirectWithFlash(`${subjectPath(comment)}#comment-${comment.id}`, "Comment saved.");
}

export default function CommentEdit() {
  const { body, back, late } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  const [form, fields] = useForm<{ body: string }>({ lastResult, defaultValue: { body } });
  return (
    <main id="main" className="wrap narrow stack">
      <h1>Edit comment</h1>
      <Form method="post" className="stack" {...getFormProps(form)}>
        <FormErrors errors={form.errors ?? late} />
        <TextArea field={fields.body} label={discussionText.yourComment} rows={4} required />
        <p className="row">
          {late ? null : <button className="btn primary">Save</button>}
          <Link className="btn" to={back}>
            Back
          </Link>
        </p>
      </Form>
    </main>
  );
}
