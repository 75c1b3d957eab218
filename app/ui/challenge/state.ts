import { endsSoon, phaseOf } from "~/domain/challenge/times";
import type { Phase, Times } from "~/domain/challenge/times";
import { clockTime, date, dateTime } from "../parts/format";

/** Instants in milliseconds since 1970. */
export type ChallengeTimes = { status: Times["status"]; startsAt: number; endsAt: number };

export type ChallengeState = {
  phase: Phase;
  tone: "active" | "soon" | "up" | "";
  pill: string;
  /** What one can do, for the foot of a card. */
  line: string;
  /** What `at` is to a reader; ticking while it is still to come. */
  clock: { label: string; at: number; ticking: boolean };
};

type Standing = ChallengeTimes & { reviewsTaken: number; reviewsPaid: number; judgedBy: "model" | "people" };

/** Every word a page says about where a challenge stands, from one place, so that no two of them disagree. */
export function challengeState(challenge: Standing, now: number): ChallengeState {
  const phase = phaseOf(challenge, now);
  switch (phase) {
    case "upcoming":
      return upcoming(challenge, now);
    case "open":
      return running(challenge, now);
    case "completing":
      return over(challenge, phase, "Picking winners", "Picking winners");
    case "completed":
      return over(challenge, phase, "Completed", "Results are in");
    case "cancelled":
      return over(challenge, phase, "Canceled", "Canceled, no prizes");
  }
}

function upcoming({ startsAt }: ChallengeTimes, now: number): ChallengeState {
  const due = now >= startsAt;
  const clock = { label: due ? "Opens" : "Opens in", at: startsAt, ticking: !due };
  return { phase: "upcoming", tone: "up", pill: "Upcoming", line: due ? "Opening now" : opensAt(startsAt, now), clock };
}

function opensAt(at: number, now: number) {
  return date(at) === date(now) ? `Opens at ${clockTime(at)} UTC` : `Opens ${dateTime(at)}`;
}

function running(challenge: Standing, now: number): ChallengeState {
  const soon = endsSoon(challenge, now);
  const clock = { label: "Time left", at: challenge.endsAt, ticking: true };
  const look = { phase: "open", tone: soon ? "soon" : "active", pill: soon ? "Ending soon" : "Open", clock } as const;
  return { ...look, line: lineOf(challenge) };
}

function lineOf({ reviewsTaken, reviewsPaid, judgedBy }: Standing) {
  if (judgedBy === "people") return "Open, judged by people";
  return reviewsTaken >= reviewsPaid ? "Reviews used up: shown, not judged" : "Open for entries";
}

function over({ endsAt }: ChallengeTimes, phase: Phase, pill: string, line: string): ChallengeState {
  const label = phase === "cancelled" ? "Was due to end" : "Ended";
  return { phase, tone: "", pill, line, clock: { label, at: endsAt, ticking: false } };
}
