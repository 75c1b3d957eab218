import type { challengeStatuses } from "~/db/schema/values";
import { isInLast, startRefusal as windowStartRefusal, windowOf, windowState } from "~/domain/contest/window";
import type { Instant, Window } from "~/domain/contest/window";
import { startWithinDays, visibleDays } from "./schema";

const DAY = 86_400_000;
const ENDING_SHARE = 0.1;

export type Times = Window & { status: (typeof challengeStatuses)[number] };
export type Phase = "upcoming" | "open" | "completing" | "completed" | "cancelled";

/** A challenge’s phase. The clock decides, not the job, which may come late. */
export function phaseOf({ status, ...window }: Times, now: Instant): Phase {
  if (status === "completed" || status === "cancelled") return status;
  const state = windowState(window, now);
  if (status === "completing" || state === "ended") return "completing";
  return status === "scheduled" ? "upcoming" : "open";
}

export function isOver(times: Times, now: Instant) {
  return !["upcoming", "open"].includes(phaseOf(times, now));
}

export function isOpen(times: Times, now: Instant) {
  return phaseOf(times, now) === "open";
}

/** Whether the last 10% of the run has begun. */
export function endsSoon(window: Window, now: Instant) {
  return isInLast(ENDING_SHARE, window, now);
}

type RunInput = { startsAt: Date | null; visibleFrom: Date | null; durationHours: number };

/** When a challenge can be seen, starts and ends. */
export function runOf({ startsAt, visibleFrom, durationHours }: RunInput, now: Date) {
  const window = windowOf(startsAt, durationHours, now);
  const usual = new Date(Math.max(now.getTime(), window.startsAt.getTime() - visibleDays * DAY));
  const from = visibleFrom ?? usual;
  return { ...window, visibleFrom: from > window.startsAt ? window.startsAt : from };
}

/** Why a start time can’t be had, or null when it can: from now to 30 days ahead. */
export function startRefusal(startsAt: Date | null, now: Date) {
  return windowStartRefusal(startsAt, now, startWithinDays);
}
