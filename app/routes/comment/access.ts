import { CommentActionForm, CommentForm, ReactionForm } from "~/domain/comment/schema";
import { RemoveForm } from "~/domain/moderation/schema";
import type { AccessTable } from "~/web/request/access";

export const access: AccessTable = {
  "/comments/:id": { get: "anyone", shows: "302 to where it stands" },
  "/comments/:id/edit": {
    get: "owner",
    post: "owner",
    reads: CommentForm,
    answers: "303, 422",
    sampleForm: { body: "Said otherwise" },
  },
  "/comments/:id/deletion": { post: "owner", reads: CommentActionForm, page: "/comments/:id" },
  "/comments/:id/removal": { get: "moderators", post: "moderators", reads: RemoveForm },
  "/comments/:id/reactions": { post: "people", reads: ReactionForm, page: "/comments/:id" },
  "/comments/:id/reactions/withdrawal": { post: "people", reads: ReactionForm, page: "/comments/:id" },
};
