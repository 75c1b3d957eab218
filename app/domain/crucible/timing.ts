import type { statuses } from "~/db/schema/values";
import { lastPart, startWithinDays } from "./schema";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

type Run = { startsAt: Date; endsAt: Date };
type State = { status: (typeof statuses)[number] };

/** When a crucible starts, stops taking entries and ends. `startsAt` null means now. */
export function runOf({ durationHours, startsAt, entriesClose }: Asked, now: Date) {
  const starts = (startsAt ?? now).getTime();
  const length = durationHours * HOUR;
  const taking = entriesClose === "end" ? length : length * (1 - lastPart);
  return { startsAt: new Date(starts), entriesCloseAt: new Date(starts + taking), endsAt: new Date(starts + length) };
}

type Asked = { durationHours: number; startsAt: Date | null; entriesClose: "tenth" | "end" };

/** Why a start time cannot be had, or null when it can: from now to 30 days ahead. */
export function startRefusal(startsAt: Date | null, now: Date) {
  if (!startsAt) return null;
  if (startsAt <= now) return "start-in-the-past";
  return startsAt.getTime() - now.getTime() > startWithinDays * DAY ? "start-too-far" : null;
}

/** By the clock alone: an active crucible is closed from its end on, whenever the job comes. */
export function isOpenForVotes({ status, startsAt, endsAt }: Run & State, now: Date) {
  return status === "active" && startsAt <= now && now < endsAt;
}

/** The same, and before entries close. */
export function isOpenForEntries(crucible: Run & State & { entriesCloseAt: Date }, now: Date) {
  return isOpenForVotes(crucible, now) && now < crucible.entriesCloseAt;
}

/** In the last 10 % of its run. */
export function isEndingSoon(crucible: Run & State, now: Date) {
  return isOpenForVotes(crucible, now) && crucible.endsAt.getTime() - now.getTime() <= lastPart * lengthOf(crucible);
}

/** What a visitor is told: as the row says, but over from its end on and running from its start on, job or no job. */
export function phaseOf(crucible: Run & State, now: Date) {
  if (crucible.status === "pending" && crucible.startsAt <= now) return "starting";
  if (crucible.status === "active" && crucible.endsAt <= now) return "finalizing";
  if (isEndingSoon(crucible, now)) return "ending-soon";
  return crucible.status;
}

export type Phase = ReturnType<typeof phaseOf>;

function lengthOf({ startsAt, endsAt }: Run) {
  return endsAt.getTime() - startsAt.getTime();
}
