import { Link } from "@remix-run/react";
import { LinkedText } from "../parts/linked-text";
import { NoPicture, Thumb } from "../parts/picture";
import type { MediaView } from "../parts/picture";
import { When } from "../parts/when";

export type CommentListItem = {
  id: number;
  body: string;
  createdAt: number;
  editedAt: number | null;
  /** The name of what it is about; null when that is a picture. */
  about: string | null;
  media: MediaView | null;
};

/** What somebody said here and there, each with what it is about and the way there. */
export function CommentList({ items, now }: { items: CommentListItem[]; now: number }) {
  return (
    <ul className="comments">
      {items.map((item) => (
        <li key={item.id}>
          <One item={item} now={now} />
        </li>
      ))}
    </ul>
  );
}

function One({ item: { id, body, createdAt, editedAt, about, media }, now }: { item: CommentListItem; now: number }) {
  return (
    <article className="comment">
      {media ? <Thumb media={media} alt="" /> : <NoPicture words="" className="thumb" />}
      <div>
        <p className="by-line">
          On <Link to={`/comments/${id}`}>{about ?? (media?.alt || kindLabels(media))}</Link>{" "}
          <span className="meta">
            <When at={createdAt} now={now} />
            {editedAt ? ", edited" : null}
          </span>
        </p>
        <p className="body">
          <LinkedText text={body} />
        </p>
      </div>
    </article>
  );
}

function kindLabels(media: MediaView | null) {
  return media?.kind === "video" ? "a video" : "an image";
}
