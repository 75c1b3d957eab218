import { expect, test } from "vitest";
import { challengeState } from "./state";

const HOUR = 3_600_000;
const noon = Date.UTC(2026, 4, 1, 12);
const times = { startsAt: noon, endsAt: noon + 24 * HOUR };
const open = { ...times, status: "active", reviewsTaken: 3, reviewsPaid: 50, judgedBy: "model" } as const;

test.each([
  [{ ...open, status: "scheduled" }, -HOUR, "Upcoming", "Opens at 12:00 UTC"],
  [{ ...open, status: "scheduled" }, 1, "Upcoming", "Opening now"],
  [open, HOUR, "Open", "Open for entries"],
  [open, 23 * HOUR, "Ending soon", "Open for entries"],
  [{ ...open, reviewsTaken: 50 }, HOUR, "Open", "Reviews used up: shown, not judged"],
  [{ ...open, judgedBy: "people", reviewsTaken: 50 }, HOUR, "Open", "Open, judged by people"],
  [open, 24 * HOUR, "Picking winners", "Picking winners"],
  [{ ...open, status: "completing" }, HOUR, "Picking winners", "Picking winners"],
  [{ ...open, status: "completed" }, 30 * HOUR, "Completed", "Results are in"],
  [{ ...open, status: "cancelled" }, HOUR, "Canceled", "Canceled, no prizes"],
] as const)("%o %i ms after noon is %s", (challenge, after, pill, line) => {
  expect(challengeState(challenge, noon + after)).toMatchObject({ pill, line });
});
