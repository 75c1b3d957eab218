import type { statuses } from "~/db/schema/values";
import { isInLast, startRefusal as windowStartRefusal, windowOf, windowState } from "~/domain/contest/window";
import type { Instant, Window } from "~/domain/contest/window";
import { endingShare, startWithinDays } from "./schema";

export type Times = Window & { status: (typeof statuses)[number]; entriesCloseAt: Instant };

/** What can be done now; `counting` is after the end and before the result. */
export type Phase = "upcoming" | "open" | "judging" | "counting" | "completed" | "cancelled";

/** A crucible's phase. The clock decides, not the job, which may come late. */
export function phaseOf({ status, entriesCloseAt, ...window }: Times, now: Instant): Phase {
  if (status === "completed" || status === "cancelled") return status;
  const state = windowState(window, now);
  if (status === "finalizing" || state === "ended") return "counting";
  if (status === "pending" || state === "scheduled") return "upcoming";
  return now < entriesCloseAt ? "open" : "judging";
}

/** Whether it has ended, with or without a result so far. */
export function isOver(crucible: Times, now: Instant) {
  return ["counting", "completed", "cancelled"].includes(phaseOf(crucible, now));
}

export function isOpenForEntries(crucible: Times, now: Instant) {
  return phaseOf(crucible, now) === "open";
}

/** The same after entries have closed. */
export function isOpenForVotes({ status, ...window }: Omit<Times, "entriesCloseAt">, now: Instant) {
  return status === "active" && windowState(window, now) === "active";
}

/** Whether the last 10% of the run has begun. */
export function endsSoon(window: Window, now: Instant) {
  return isInLast(endingShare, window, now);
}

type ScheduleInput = { durationHours: number; startsAt: Date | null; entriesClose: "tenth" | "end" };

/** When a crucible starts, stops taking entries and ends. `startsAt` null means now. */
export function runOf({ durationHours, startsAt, entriesClose }: ScheduleInput, now: Date) {
  const window = windowOf(startsAt, durationHours, now);
  const length = window.endsAt.getTime() - window.startsAt.getTime();
  const taking = entriesClose === "end" ? length : length * (1 - endingShare);
  return { ...window, entriesCloseAt: new Date(window.startsAt.getTime() + taking) };
}

/** Why a start time can't be had, or null when it can: from now to 30 days ahead. */
export function startRefusal(startsAt: Date | null, now: Date) {
  return windowStartRefusal(startsAt, now, startWithinDays);
}
