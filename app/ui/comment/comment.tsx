import type { ReactNode } from "react";
import type { reactionKinds, roles } from "~/db/schema/values";
import { Avatar } from "../parts/avatar";
import { LinkedText } from "../parts/linked-text";
import { PersonLink, RoleBadge } from "../parts/person";
import { When } from "../parts/when";
import { count, number } from "../parts/format";

export type ReactionKind = (typeof reactionKinds)[number];

export const reactions: Record<ReactionKind, { sign: string; one: string; many: string }> = {
  "thumbs-up": { sign: "👍", one: "thumb up", many: "thumbs up" },
  heart: { sign: "❤️", one: "heart", many: "hearts" },
  laugh: { sign: "😂", one: "laugh", many: "laughs" },
  surprise: { sign: "😮", one: "surprised", many: "surprised" },
};

export type CommentView = {
  id: number;
  /** Null while judging is blind, and when the account is gone. */
  author: string | null;
  role?: (typeof roles)[number];
  body: string;
  createdAt: number;
  editedAt: number | null;
};

/** One person's words, with room for what the reader may do about them. */
export function Comment({ comment, now, children }: { comment: CommentView; now: number; children?: ReactNode }) {
  const { id, author, role = "user", body, createdAt, editedAt } = comment;
  return (
    <article className="comment" id={`comment-${id}`}>
      <Avatar name={author ?? "?"} />
      <div>
        <p className="by-line">
          {author ? <PersonLink name={author} /> : <b>Someone</b>} <RoleBadge role={role} />{" "}
          <span className="meta">
            <When at={createdAt} now={now} />
            {editedAt ? ", edited" : null}
          </span>
        </p>
        <p className="body" dir="auto">
          <LinkedText text={body} />
        </p>
        {children}
      </div>
    </article>
  );
}

type ReactionCount = { kind: ReactionKind; count: number };

/** "👍 34", spoken as "34 thumbs up". */
function Reaction({ kind, count: times }: ReactionCount) {
  const { sign, one, many } = reactions[kind];
  return (
    <span>
      <span aria-hidden="true">
        {sign} {number(times)}
      </span>
      <span className="vh">{count(times, one, many)}</span>
    </span>
  );
}

type TopCommentProps = {
  label: string;
  top: { body: string; reactions: ReactionCount[] } | null;
  hint: string;
  more: ReactNode;
};

/** Under one side of a pair: the comment most people liked, and what is known of the entry that spoils nothing. */
export function TopComment({ label, top, hint, more }: TopCommentProps) {
  return (
    <section className="say" aria-label={label}>
      {top ? <blockquote>{top.body}</blockquote> : null}
      <p>
        <span>{hint}</span>
        {top?.reactions.map((reaction) => (
          <Reaction key={reaction.kind} {...reaction} />
        ))}
        {more}
      </p>
    </section>
  );
}
