/** What discussions say. */
export const discussionText = {
  yourComment: "Your comment",
  postComment: "Post comment",
  noComments: "No comments yet",
  deleted: "Comment deleted.",
  removed: "Comment removed. Its text stays in the audit log.",
  remove: "Remove comment",
} as const;
