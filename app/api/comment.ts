import { z } from "zod";
import { readComments } from "~/domain/comment/comments.server";
import { CommentForm } from "~/domain/comment/schema";
import { writeComment } from "~/domain/comment/writing.server";
import { mediaDetail, mediaIdOf } from "~/domain/media/detail.server";
import type { Viewer } from "~/domain/media/content-ratings";
import { endpoint } from "./endpoint";
import type { Call } from "./endpoint";
import { Id, Instant, MediaKey, Paging, Person, numberAfter, page } from "./shapes";

type Item = NonNullable<Awaited<ReturnType<typeof readComments>>>["items"][number];
type On = Parameters<typeof readComments>[1];

const Comment = z.object({
  id: z.number().int(),
  body: z.string(),
  author: Person,
  createdAt: Instant,
  editedAt: Instant.nullable(),
  /** How often each reaction was given. */
  reactions: z.record(z.string(), z.number().int()),
  own: z.boolean(),
});

const NewComment = CommentForm.pick({ body: true });
const Written = z.object({ id: z.number().int() });

const ofCrucible = endpoint({
  method: "GET",
  path: "/crucibles/:id/comments",
  who: "anyone",
  scope: null,
  summary: "List the comments on a crucible, newest first",
  params: Id,
  query: Paging,
  output: page(Comment),
  run: ({ viewer, params, query, now }) =>
    commentsOn(viewer, { subjectKind: "crucible", subjectId: params.id }, { ...query, now }),
});

const ofMedia = endpoint({
  method: "GET",
  path: "/media/:key/comments",
  who: "anyone",
  scope: null,
  summary: "List the comments on a media item, newest first",
  params: MediaKey,
  query: Paging,
  output: page(Comment),
  run: async ({ viewer, params, query, now }) => {
    const subjectId = await mediaIdOf(params.key);
    if (!(await mediaDetail(viewer, subjectId))) return { ok: false, reason: "not-found" };
    return commentsOn(viewer, { subjectKind: "media", subjectId }, { ...query, now });
  },
});

async function commentsOn(viewer: Viewer, on: On, { after, limit, now }: z.output<typeof Paging> & { now: Date }) {
  const found = await readComments(viewer, on, { now, before: numberAfter(after), limit });
  if (!found) return { ok: false, reason: "not-found" } as const;
  const next = found.next === null ? null : String(found.next);
  return { ok: true, value: { items: found.items.map(commentOf), next } } as const;
}

function commentOf({ id, body, author, createdAt, editedAt, reactions, own }: Item): z.input<typeof Comment> {
  const times = { createdAt: createdAt.toISOString(), editedAt: editedAt?.toISOString() ?? null };
  return { id, body, author, ...times, reactions: Object.fromEntries(reactions.map((r) => [r.kind, r.times])), own };
}

const commentOnCrucible = endpoint({
  method: "POST",
  path: "/crucibles/:id/comments",
  who: "person",
  scope: "create",
  summary: "Comment on a crucible",
  params: Id,
  body: NewComment,
  output: Written,
  run: ({ params, ...call }) => comment(call, { subjectKind: "crucible", subjectId: params.id }),
});

const commentOnMedia = endpoint({
  method: "POST",
  path: "/media/:key/comments",
  who: "person",
  scope: "create",
  summary: "Comment on a media item",
  params: MediaKey,
  body: NewComment,
  output: Written,
  run: async ({ params, ...call }) => comment(call, { subjectKind: "media", subjectId: await mediaIdOf(params.key) }),
});

type Writing = Pick<
  Call<unknown, unknown, z.output<typeof NewComment>>,
  "caller" | "viewer" | "body" | "now" | "change"
>;

function comment({ caller, viewer, body, now, change }: Writing, on: On) {
  return change<z.input<typeof Written>>(async (tx) => {
    const author = { ...viewer, id: caller!.id };
    const done = await writeComment(tx, { author, ...on, body: body.body, now });
    return done ? { ok: true, value: { id: done.commentId }, status: 201 } : { ok: false, reason: "not-found" };
  });
}

export const commentEndpoints = [ofCrucible, commentOnCrucible, ofMedia, commentOnMedia];
