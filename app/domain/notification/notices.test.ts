import { expect, test } from "vitest";
import { readNotice } from "./notices";

type Notice = Parameters<typeof readNotice>[0] & { name: string | null };

const at = { crucibleId: 7 };

test.each<[Notice, string]>([
  [{ kind: "crucible-entry-submitted", data: at, times: 1, name: "Ember" }, "1 new entry in Ember."],
  [{ kind: "crucible-entry-submitted", data: at, times: 1200, name: "Ember" }, "1,200 new entries in Ember."],
  [{ kind: "crucible-started", data: at, times: 1, name: "Ember" }, "Ember is open. You asked for a reminder."],
  [
    { kind: "crucible-won", data: { ...at, places: [2], earned: 300 }, times: 1, name: "Ember" },
    "You placed #2 in Ember and earned 300 Buzz.",
  ],
  [
    { kind: "crucible-won", data: { ...at, places: [1, 2, 5], earned: 12_500 }, times: 1, name: "Ember" },
    "You placed #1, #2 and #5 in Ember and earned 12,500 Buzz.",
  ],
  [
    { kind: "crucible-ended", data: { ...at, outcome: "paid", role: "entrant", place: 14 }, times: 1, name: "Ember" },
    "Ember ended. You placed #14.",
  ],
  [
    { kind: "crucible-ended", data: { ...at, outcome: "paid", role: "creator", place: null }, times: 1, name: null },
    "A crucible ended. The results are in.",
  ],
  [
    {
      kind: "crucible-ended",
      data: { ...at, outcome: "empty", role: "creator", place: null },
      times: 1,
      name: "Ember",
    },
    "Ember ended with no entries.",
  ],
  [
    {
      kind: "crucible-ended",
      data: { ...at, outcome: "no-contest", role: "entrant", place: null },
      times: 1,
      name: "Ember",
    },
    "Ember ended with no counted votes. All entry fees were refunded.",
  ],
  [
    { kind: "crucible-cancelled", data: { ...at, reason: "Off topic", refund: 1500 }, times: 1, name: "Ember" },
    "Ember was canceled: Off topic. 1,500 Buzz refunded.",
  ],
  [
    { kind: "crucible-cancelled", data: { ...at, reason: "Why?", refund: 0 }, times: 1, name: "Ember" },
    "Ember was canceled: Why?",
  ],
  [
    { kind: "entry-disqualified", data: { ...at, entryId: 1, reason: "Not your work." }, times: 1, name: "Ember" },
    "Your entry in Ember was disqualified: Not your work.",
  ],
  [
    { kind: "comment-received", data: { subjectKind: "media", subjectId: 1, commentId: 1 }, times: 1, name: null },
    "1 comment on your media.",
  ],
  [
    {
      kind: "comment-received",
      data: { subjectKind: "crucible", subjectId: 7, commentId: 1 },
      times: 2,
      name: "Ember",
    },
    "2 comments on Ember.",
  ],
  [{ kind: "report", data: { subjectKind: "user", subjectId: 1 }, times: 2, name: null }, "2 reports about a user."],
  [
    { kind: "ledger-mismatch", data: { count: 1 }, times: 1, name: null },
    "Ledger check failed: wrong balance in 1 account.",
  ],
])("%j", (notice, words) => {
  expect(readNotice(notice).sentence(notice.name)).toBe(words);
});

test("a notification leads to what it tells of: comments, results, or the crucible", () => {
  const path = (kind: string, data: unknown) => readNotice({ kind, data, times: 1 }).path;
  expect(path("comment-received", { subjectKind: "media", subjectId: 3, commentId: 1 })).toBe("/media/3/comments");
  expect(path("comment-received", { subjectKind: "crucible", subjectId: 7, commentId: 1 })).toBe(
    "/crucibles/7/discussion",
  );
  expect(path("crucible-won", { ...at, places: [1], earned: 5 })).toBe("/crucibles/7/leaderboard");
  expect(path("crucible-entry-submitted", at)).toBe("/crucibles/7");
});
