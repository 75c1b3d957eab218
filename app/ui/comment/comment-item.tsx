import { Form, Link } from "@remix-run/react";
import type { roles } from "~/db/schema/values";
import { Comment, reactions } from "./comment";
import type { ReactionKind } from "./comment";
import { number } from "../parts/format";

export type CommentItemView = {
  id: number;
  body: string;
  createdAt: number;
  editedAt: number | null;
  author: { id: number; username: string; role: (typeof roles)[number] };
  reactions: { kind: ReactionKind; times: number; mine: boolean }[];
  own: boolean;
  editable: boolean;
};

type Props = { comment: CommentItemView; path: string; reader: { signedIn: boolean; moderator: boolean }; now: number };

/** A comment with what its reader may do: react, change or delete one's own, report or remove another's. */
export function CommentItem({ comment, path, reader, now }: Props) {
  const back = `${path}#comment-${comment.id}`;
  return (
    <Comment comment={{ ...comment, author: comment.author.username, role: comment.author.role }} now={now}>
      <div className="row acts">
        {comment.reactions.map((reaction) => (
          <React
            key={reaction.kind}
            reaction={reaction}
            commentId={comment.id}
            back={back}
            signedIn={reader.signedIn}
          />
        ))}
        {comment.own ? <Own comment={comment} path={path} /> : <Others comment={comment} back={back} reader={reader} />}
      </div>
    </Comment>
  );
}

type ReactProps = {
  reaction: CommentItemView["reactions"][number];
  commentId: number;
  back: string;
  signedIn: boolean;
};

function React({ reaction: { kind, times, mine }, commentId, back, signedIn }: ReactProps) {
  const { sign, one } = reactions[kind];
  const face = (
    <>
      <span aria-hidden="true">{sign}</span> {times > 0 ? number(times) : null}
    </>
  );
  if (!signedIn)
    return times > 0 ? (
      <span className="react">
        <span className="vh">{one}: </span>
        {face}
      </span>
    ) : null;
  return (
    <Form method="post" action={`/comments/${commentId}/reactions${mine ? "/withdrawal" : ""}`} preventScrollReset>
      <input type="hidden" name="to" value={back} />
      <button className="react" name="kind" value={kind} aria-pressed={mine}>
        <span className="vh">{one}: </span>
        {face}
      </button>
    </Form>
  );
}

function Own({ comment: { id, editable }, path }: { comment: CommentItemView; path: string }) {
  return (
    <>
      {editable ? (
        <Link className="btn quiet" to={`/comments/${id}/edit`}>
          Edit
        </Link>
      ) : null}
      <Form method="post" action={`/comments/${id}/deletion`} preventScrollReset>
        <input type="hidden" name="to" value={path} />
        <button className="btn quiet">Delete</button>
      </Form>
    </>
  );
}

function Others({
  comment: { id, author },
  back,
  reader,
}: {
  comment: CommentItemView;
  back: string;
  reader: Props["reader"];
}) {
  const of = <span className="vh"> the comment by {author.username}</span>;
  return (
    <>
      {reader.signedIn ? (
        <Link className="btn quiet" to={`/report?subject=comment:${id}&to=${encodeURIComponent(back)}`}>
          Report{of}
        </Link>
      ) : null}
      {reader.moderator ? (
        <Link className="btn quiet" to={`/comments/${id}/removal`}>
          Remove{of}
        </Link>
      ) : null}
    </>
  );
}
