import type { Notice } from "./schema";

/** What a notification says: one sentence, or two. */
export function sentence(notice: Notice): string {
  const { times, data, kind } = notice;
  const named = notice.name ?? "a crucible";
  switch (kind) {
    case "crucible-entry-submitted":
      return times === 1 ? `1 new entry in ${named}.` : `${figure(times)} new entries in ${named}.`;
    case "crucible-started":
      return `${upper(named)} is open. You asked for a reminder.`;
    case "crucible-ended":
      return ended(data, named);
    case "crucible-won":
      return `You placed ${list(data.places.map((place) => `#${place}`))} in ${named} and earned ${figure(data.earned)} Buzz.`;
    case "crucible-cancelled":
      return `${upper(named)} was canceled: ${stopped(data.reason)}${data.refund > 0 ? ` ${figure(data.refund)} Buzz refunded.` : ""}`;
    case "entry-disqualified":
      return `Your entry in ${named} was disqualified: ${stopped(data.reason)}`;
    case "comment-received":
      return `${figure(times)} ${times === 1 ? "comment" : "comments"} on ${data.subjectKind === "media" ? "your media" : named}.`;
    case "report":
      return `${figure(times)} ${times === 1 ? "report" : "reports"} about a ${data.subjectKind === "media" ? "media item" : data.subjectKind}.`;
    case "ledger-mismatch":
      return `Ledger check failed: wrong balance in ${figure(data.count)} ${data.count === 1 ? "account" : "accounts"}.`;
  }
}

/** Where a notification leads. */
export function path({ kind, data }: Notice): string {
  switch (kind) {
    case "comment-received":
      return data.subjectKind === "media"
        ? `/media/${data.subjectId}/comments`
        : `/crucibles/${data.subjectId}/discussion`;
    case "crucible-ended":
    case "crucible-won":
      return `/crucibles/${data.crucibleId}/leaderboard`;
    case "report":
    case "ledger-mismatch":
      return "/moderation";
    default:
      return `/crucibles/${data.crucibleId}`;
  }
}

function ended({ outcome, role, place }: Extract<Notice, { kind: "crucible-ended" }>["data"], named: string) {
  if (outcome === "empty") return `${upper(named)} ended with no entries.`;
  if (outcome === "no-contest") return `${upper(named)} ended with no counted votes. All entry fees were refunded.`;
  if (role === "creator" || place === null) return `${upper(named)} ended. The results are in.`;
  return `${upper(named)} ended. You placed #${figure(place)}.`;
}

function figure(number: number) {
  return number.toLocaleString("en");
}

function list(words: string[]) {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

function stopped(words: string) {
  const plain = words.trim();
  return /[.!?…]$/.test(plain) ? plain : `${plain}.`;
}

// Names are kept as they are; only our own words begin with a capital.
function upper(named: string) {
  return named === "a crucible" ? "A crucible" : named;
}
