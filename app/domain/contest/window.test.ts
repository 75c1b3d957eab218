import { expect, test } from "vitest";
import { isInLast, startRefusal, windowOf, windowState } from "./window";

const noon = new Date("2026-05-01T12:00:00Z");
const run = windowOf(null, 8, noon);

function at(minutes: number) {
  return new Date(noon.getTime() + minutes * 60_000);
}

test("a window begins with its start and is over at its end, to the millisecond", () => {
  expect(run).toEqual({ startsAt: noon, endsAt: at(480) });
  expect(windowState(run, noon.getTime() - 1)).toBe("scheduled");
  expect(windowState(run, noon)).toBe("active");
  expect(windowState(run, at(480).getTime() - 1)).toBe("active");
  expect(windowState(run, at(480))).toBe("ended");
});

test("dates and milliseconds give the same answer", () => {
  const inMilliseconds = { startsAt: run.startsAt.getTime(), endsAt: run.endsAt.getTime() };
  for (const minutes of [-1, 0, 431, 432, 479, 480]) {
    expect(windowState(inMilliseconds, at(minutes).getTime())).toBe(windowState(run, at(minutes)));
    expect(isInLast(0.1, inMilliseconds, at(minutes).getTime())).toBe(isInLast(0.1, run, at(minutes)));
  }
});

test("the last tenth begins when a tenth is left", () => {
  expect(isInLast(0.1, run, at(432).getTime() - 1)).toBe(false);
  expect(isInLast(0.1, run, at(432))).toBe(true);
});

test("a start lies ahead, within the days allowed", () => {
  expect(startRefusal(null, noon, 30)).toBeNull();
  expect(startRefusal(at(1), noon, 30)).toBeNull();
  expect(startRefusal(noon, noon, 30)).toBe("start-in-the-past");
  expect(startRefusal(at(30 * 1440), noon, 30)).toBeNull();
  expect(startRefusal(at(30 * 1440 + 1), noon, 30)).toBe("start-too-far");
  expect(startRefusal(at(2 * 1440), noon, 1)).toBe("start-too-far");
});
