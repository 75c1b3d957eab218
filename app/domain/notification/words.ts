import type { Notice } from "./schema";

/** What a notification says: one sentence, or two. */
export function sentence(notice: Notice): string {
  const { times, data, kind } = notice;
  const named = notice.name ?? "a crucible";
  switch (kind) {
    case "crucible-entry-submitted":
      return times === 1 ? `Somebody entered ${named}.` : `People entered ${named} ${figure(times)} times.`;
    case "crucible-started":
      return `${upper(named)} has opened, as you asked to be told.`;
    case "crucible-ended":
      return ended(data, named);
    case "crucible-won":
      return `You placed ${list(data.places.map((place) => `#${place}`))} in ${named} and earned ${figure(data.earned)} Buzz.`;
    case "crucible-cancelled":
      return `${upper(named)} was cancelled: ${stopped(data.reason)}${data.refund > 0 ? ` You got ${figure(data.refund)} Buzz back.` : ""}`;
    case "entry-disqualified":
      return `Your entry in ${named} was disqualified: ${stopped(data.reason)}`;
    case "comment-received":
      return `${figure(times)} ${times === 1 ? "comment" : "comments"} on ${data.subjectKind === "media" ? "your media" : named}.`;
    case "report":
      return `${figure(times)} ${times === 1 ? "report" : "reports"} about a ${data.subjectKind === "media" ? "media item" : data.subjectKind}.`;
    case "ledger-mismatch":
      return `The ledger does not add up: ${figure(data.count)} ${data.count === 1 ? "account differs" : "accounts differ"}.`;
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
  if (outcome === "empty") return `${upper(named)} ended without an entry.`;
  if (outcome === "no-contest")
    return `${upper(named)} ended without a vote that counted. All entry fees were returned.`;
  if (role === "creator" || place === null) return `${upper(named)} ended. The results are in.`;
  return `${upper(named)} ended. You came in at #${figure(place)}.`;
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
