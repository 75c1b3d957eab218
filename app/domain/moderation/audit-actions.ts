/** What moderators do, as the audit log names it. */
export const auditActions = [
  "resolve-report",
  "ban",
  "unban",
  "change-role",
  "change-membership",
  "correct-level",
  "feature",
  "unfeature",
  "remove-comment",
  "grant",
  "cancel-crucible",
  "disqualify-entry",
  "void-votes",
  "name-model",
  "set-base-model",
  "merge-models",
  "import-models",
] as const;

export type AuditAction = (typeof auditActions)[number];
