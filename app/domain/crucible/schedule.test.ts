import { expect, test } from "vitest";
import { endsSoon, isOpenForEntries, isOpenForVotes, isOver, phaseOf, runOf } from "./schedule";

const noon = new Date("2026-05-01T12:00:00Z");
const run = runOf({ durationHours: 8, startsAt: null, entriesClose: "tenth" }, noon);
const active = { status: "active", ...run } as const;

function at(minutes: number) {
  return new Date(noon.getTime() + minutes * 60_000);
}

test("entries close when a tenth of the run is left, or at the end", () => {
  expect(run).toEqual({ startsAt: noon, entriesCloseAt: at(432), endsAt: at(480) });
  expect(runOf({ durationHours: 8, startsAt: at(60), entriesClose: "end" }, noon)).toEqual({
    startsAt: at(60),
    entriesCloseAt: at(540),
    endsAt: at(540),
  });
});

test("votes and entries are refused from the very instant of their end", () => {
  const last = new Date(at(480).getTime() - 1);
  expect([isOpenForVotes(active, last), isOpenForVotes(active, at(480))]).toEqual([true, false]);
  expect([isOpenForEntries(active, at(431)), isOpenForEntries(active, at(432))]).toEqual([true, false]);
  expect(isOpenForVotes({ ...active, status: "finalizing" }, at(1))).toBe(false);
});

test("ending soon is the last tenth", () => {
  expect([at(431), at(432), at(479)].map((now) => endsSoon(active, now))).toEqual([false, true, true]);
});

test("the phase never lags behind the clock", () => {
  expect([at(-1), at(0), at(431), at(432), at(479), at(480)].map((now) => phaseOf(active, now))).toEqual([
    "upcoming",
    "open",
    "open",
    "judging",
    "judging",
    "counting",
  ]);
  expect(phaseOf({ ...active, status: "pending" }, at(0))).toBe("upcoming");
  expect(phaseOf({ ...active, status: "pending" }, at(480))).toBe("counting");
  expect(phaseOf({ ...active, status: "finalizing" }, at(1))).toBe("counting");
  expect(phaseOf({ ...active, status: "completed" }, at(440))).toBe("completed");
});

test("it is over from its end on, and once it was cancelled", () => {
  expect([at(-1), at(479), at(480)].map((now) => isOver(active, now))).toEqual([false, false, true]);
  expect(isOver({ ...active, status: "cancelled" }, at(1))).toBe(true);
});
