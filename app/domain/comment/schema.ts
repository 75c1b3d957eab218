import { z } from "zod";
import { reactionKinds } from "~/db/schema/values";
import { checkText, isVisible } from "~/domain/list/visible-text";
import type { CommentableKind } from "~/domain/subject/kinds";
import { discussionOf } from "~/domain/subject/subject";

export type ReactionKind = (typeof reactionKinds)[number];

/** For how long an author can change a comment, in milliseconds. */
export const EDIT_WINDOW_MS = 15 * 60_000;

/** Within which the same words of the same person in the same place are one comment, in milliseconds. */
export const DUPLICATE_WINDOW_MS = 60_000;

export const commentMissing = "Write a comment.";

const body = z
  .string({ error: commentMissing })
  .trim()
  .min(1, commentMissing)
  .max(1000, "Comments can be at most 1,000 characters long.")
  .refine(isVisible, commentMissing)
  .superRefine(checkText);

export const CommentForm = z.strictObject({ body, to: z.string().optional() });
export const ReactionForm = z.strictObject({ kind: z.enum(reactionKinds), to: z.string().optional() });

export const commentRefusals = {
  "too-late": "You can only edit a comment for 15 minutes.",
} as const;

/** What a comment is on, as its row has it. */
export type CommentTarget = { subjectKind: CommentableKind; subjectId: number };

/** The same as the parts of a subject. The database lets no other kinds in. */
export function onOf({ subjectKind, subjectId }: { subjectKind: string; subjectId: number }) {
  return { kind: subjectKind as CommentableKind, id: subjectId };
}

/** The page on which a comment stands. */
export function subjectPath(comment: { subjectKind: string; subjectId: number }) {
  const { kind, id } = onOf(comment);
  return discussionOf(kind, id);
}

export const CommentActionForm = z.strictObject({ to: z.string().optional() });
