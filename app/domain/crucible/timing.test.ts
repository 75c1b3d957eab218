import { expect, test } from "vitest";
import { isEndingSoon, isOpenForEntries, isOpenForVotes, phaseOf, runOf, startRefusal } from "./timing";
import { instantIn } from "~/domain/list/zoned-time";

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

test("ending soon is the last tenth and nothing after it", () => {
  expect([at(431), at(432), at(479), at(480)].map((now) => isEndingSoon(active, now))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test("the state told never lags behind the clock", () => {
  expect(phaseOf(active, at(480))).toBe("finalizing");
  expect(phaseOf({ ...active, status: "pending" }, at(0))).toBe("starting");
  expect(phaseOf({ ...active, status: "pending" }, at(-1))).toBe("pending");
  expect(phaseOf({ ...active, status: "completed" }, at(440))).toBe("completed");
});

test("a start lies ahead, and at most 30 days", () => {
  expect(startRefusal(null, noon)).toBeNull();
  expect(startRefusal(at(1), noon)).toBeNull();
  expect(startRefusal(noon, noon)).toBe("start-in-the-past");
  expect(startRefusal(at(30 * 1440), noon)).toBeNull();
  expect(startRefusal(at(30 * 1440 + 1), noon)).toBe("start-too-far");
});

test("wall-clock times follow their zone through summer and winter", () => {
  expect(instantIn("America/New_York", "2026-01-15T09:30")).toEqual(new Date("2026-01-15T14:30:00Z"));
  expect(instantIn("America/New_York", "2026-07-15T09:30")).toEqual(new Date("2026-07-15T13:30:00Z"));
  expect(instantIn("Asia/Kolkata", "2026-07-15T00:10")).toEqual(new Date("2026-07-14T18:40:00Z"));
  expect(instantIn("Europe/Berlin", "2026-03-29T03:30")).toEqual(new Date("2026-03-29T01:30:00Z"));
  expect(instantIn("UTC", "2026-02-30T25:00")).toBeNull();
});

test.each([
  ["America/New_York", "2026-03-08T01:30", "2026-03-08T06:30:00Z"],
  ["America/New_York", "2026-03-08T02:30", null],
  ["America/New_York", "2026-03-08T03:00", "2026-03-08T07:00:00Z"],
  ["America/New_York", "2026-11-01T01:30", "2026-11-01T05:30:00Z"],
  ["America/New_York", "2026-11-01T02:00", "2026-11-01T07:00:00Z"],
  ["Europe/Berlin", "2026-03-29T02:00", null],
  ["Europe/Berlin", "2026-03-29T02:59:59", null],
  ["Europe/Berlin", "2026-10-25T02:30", "2026-10-25T00:30:00Z"],
  ["Australia/Lord_Howe", "2026-10-04T02:15", null],
  ["Australia/Lord_Howe", "2026-10-04T02:30", "2026-10-03T15:30:00Z"],
  ["Pacific/Apia", "2011-12-30T12:00", null],
  ["UTC", "2026-11-31T10:00", null],
  ["UTC", "2026-11-22T24:00", null],
])("in %s, %s is %s: what no clock shows is no time, what it shows twice is the first", (zone, local, instant) => {
  expect(instantIn(zone, local)).toEqual(instant && new Date(instant));
});
