/** What can happen. Notifications, metrics and later webhooks are made from these. */
export const eventKinds = [
  "user-joined",
  "user-deleted",
  "media-uploaded",
  "media-level-corrected",
  "media-deleted",
  "crucible-opened",
  "crucible-started",
  "entry-submitted",
  "entry-withdrawn",
  "entry-disqualified",
  "crucible-ended",
  "crucible-cancelled",
  "votes-voided",
  "comment-written",
  "report-filed",
  "ledger-mismatch",
] as const;

export type EventKind = (typeof eventKinds)[number];
