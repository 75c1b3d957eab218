import { endsSoon, phaseOf } from "~/domain/crucible/schedule";
import type { Phase, Times } from "~/domain/crucible/schedule";
import { clockTime, date, dateTime, duration, shortTime } from "../parts/format";

export const endingSoon = "Ending soon";
export const resultsAreIn = "Results are in";

/** Instants in milliseconds since 1970. */
export type CrucibleTimes = { status: Times["status"]; startsAt: number; entriesCloseAt: number; endsAt: number };

export type CrucibleState = {
  phase: Phase;
  /** The color of the dot and the pill. */
  tone: "active" | "soon" | "up" | "";
  pill: string;
  /** What one can do, for the foot of a card. */
  line: string;
  /** What `at` is to a reader; ticking while it is still to come. */
  clock: { label: string; at: number; ticking: boolean };
};

/** Every word a page says about where a crucible stands, from one place, so that no two of them disagree. */
export function crucibleState(crucible: CrucibleTimes, now: number): CrucibleState {
  switch (phaseOf(crucible, now)) {
    case "upcoming":
      return upcoming(crucible, now);
    case "open":
      return running(crucible, now, "open", "Open for entries");
    case "judging":
      return running(crucible, now, "judging", "Entries closed, judging open");
    case "counting":
      return over(crucible, "counting", "Counting", "Counting votes");
    case "completed":
      return over(crucible, "completed", "Completed", resultsAreIn);
    case "cancelled":
      return over(crucible, "cancelled", "Canceled", "Canceled, fees refunded");
  }
}

function upcoming({ startsAt }: CrucibleTimes, now: number): CrucibleState {
  const due = now >= startsAt;
  const clock = { label: due ? "Opens" : "Opens in", at: startsAt, ticking: !due };
  return { phase: "upcoming", tone: "up", pill: "Upcoming", line: due ? "Opening now" : opensAt(startsAt, now), clock };
}

function opensAt(at: number, now: number) {
  return date(at) === date(now) ? `Opens at ${clockTime(at)} UTC` : `Opens ${dateTime(at)}`;
}

function running(times: CrucibleTimes, now: number, phase: "open" | "judging", line: string): CrucibleState {
  const soon = endsSoon(times, now);
  return {
    phase,
    tone: soon ? "soon" : "active",
    pill: soon ? endingSoon : "Active",
    line,
    clock: { label: "Time left", at: times.endsAt, ticking: true },
  };
}

function over({ endsAt }: CrucibleTimes, phase: CrucibleState["phase"], pill: string, line: string): CrucibleState {
  const label = phase === "cancelled" ? "Was due to end" : "Ended";
  return { phase, tone: "", pill, line, clock: { label, at: endsAt, ticking: false } };
}

/** The figures over the clock's label: what is left, or when it was. */
export function clockText({ phase, clock }: CrucibleState, now: number) {
  if (clock.ticking) return duration(clock.at - now);
  return phase === "upcoming" ? "now" : shortTime(clock.at, now);
}
