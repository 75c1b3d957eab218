import { getFormProps, useForm } from "@conform-to/react";
import type { SubmissionResult } from "@conform-to/react";
import { Form, Link } from "@remix-run/react";
import { EmptyState } from "../parts/empty-state";
import { TextArea } from "../parts/field";
import { LoadMore } from "../parts/load-more";
import { CommentItem } from "./comment-item";
import type { CommentItemView } from "./comment-item";
import { discussionText } from "../parts/discussion-words";

type Props = {
  /** The address of the page that this stands on; what is written is posted there. */
  path: string;
  items: CommentItemView[];
  next: number | null;
  now: number;
  reader: { signedIn: boolean; moderator: boolean };
  lastResult: SubmissionResult<string[]> | undefined;
};

/** What people say about something: a form for one's own words, then everyone's, newest first. */
export function Discussion({ path, items, next, now, reader, lastResult }: Props) {
  return (
    <div className="stack">
      {reader.signedIn ? (
        <Write path={path} key={items[0]?.id ?? 0} lastResult={lastResult} />
      ) : (
        <p>
          <Link to={`/sign-in?to=${path}`}>Sign in</Link> to comment.
        </p>
      )}
      {items.length > 0 ? (
        <ul className="comments">
          {items.map((comment) => (
            <li key={comment.id}>
              <CommentItem comment={comment} path={path} reader={reader} now={now} />
            </li>
          ))}
        </ul>
      ) : (
        <EmptyState icon="dots" title={discussionText.noComments}>
          {reader.signedIn ? "Be the first to comment." : null}
        </EmptyState>
      )}
      {next ? <LoadMore to={`${path}?before=${next}`}>Older comments</LoadMore> : null}
    </div>
  );
}

function Write({ path, lastResult }: Pick<Props, "path" | "lastResult">) {
  const [form, fields] = useForm<{ body: string }>({ lastResult });
  return (
    <Form method="post" action={path} className="stack" {...getFormProps(form)}>
      <TextArea
        field={fields.body}
        label={discussionText.yourComment}
        hint="Up to 1,000 characters. URLs become links. You can edit it for 15 minutes."
        rows={3}
        required
      />
      <p>
        <button className="btn primary">{discussionText.postComment}</button>
      </p>
    </Form>
  );
}
