import { z } from "zod";
import { reactionKinds } from "~/db/schema/values";
import type { commentSubjects } from "~/db/schema/values";

export type CommentSubject = (typeof commentSubjects)[number];
export type ReactionKind = (typeof reactionKinds)[number];

/** For how long an author can change a comment, in milliseconds. */
export const EDITABLE_FOR = 15 * 60_000;

/** Within which the same words of the same person in the same place are one comment, in milliseconds. */
export const SENT_TWICE = 60_000;

const body = z
  .string({ error: "Write something." })
  .trim()
  .min(1, "Write something.")
  .max(1000, "A comment has at most 1,000 characters.");

export const CommentForm = z.strictObject({ body, to: z.string().optional() });
export const ReactionForm = z.strictObject({ kind: z.enum(reactionKinds), to: z.string().optional() });

export const commentRefusals = {
  "too-late": "A comment can be changed for 15 minutes. This one is older.",
} as const;

/** The page on which a comment stands. */
export function placeOf({ subjectKind, subjectId }: { subjectKind: CommentSubject; subjectId: number }) {
  return subjectKind === "media" ? `/media/${subjectId}/comments` : `/crucibles/${subjectId}/discussion`;
}

export const CommentButton = z.strictObject({ to: z.string().optional() });
