import { describe, expect, it } from "vitest";
import * as words from "./format";

const now = Date.UTC(2026, 10, 21, 18, 46, 30);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe("figures", () => {
  it("separate thousands, and nothing else", () => {
    expect([0, 7, 999, 1_000, 12_480, 1_234_567, 1e15].map(words.number)).toEqual([
      "0",
      "7",
      "999",
      "1,000",
      "12,480",
      "1,234,567",
      "1,000,000,000,000,000",
    ]);
  });

  it("carry a real minus, and a plus only where change is meant", () => {
    expect(words.number(-1_400)).toBe("−1,400");
    expect([1_057, -400, 0].map(words.signed)).toEqual(["+1,057", "−400", "0"]);
  });

  it("never read minus zero", () => {
    expect(words.number(-0.4)).toBe("0");
    expect(words.signed(-0.4)).toBe("0");
  });

  it("agree with their noun", () => {
    expect(words.count(0, "entry", "entries")).toBe("no entries");
    expect(words.count(1, "entry", "entries")).toBe("1 entry");
    expect(words.count(2, "entry", "entries")).toBe("2 entries");
    expect(words.count(1_200, "vote")).toBe("1,200 votes");
    expect(words.sentence(words.count(0, "participant"))).toBe("No participants");
  });

  it("keep 0 % for nothing and 100 % for all", () => {
    expect([0, 0.001, 1 / 3, 0.999, 1].map(words.percent)).toEqual(["0%", "1%", "33%", "99%", "100%"]);
  });

  it("name sizes and places", () => {
    expect([0, 1, 999, 412_300, 20e6, 2.26e6, 1.5e9].map(words.bytes)).toEqual([
      "no bytes",
      "1 byte",
      "999 bytes",
      "412 KB",
      "20 MB",
      "2.2 MB",
      "1.5 GB",
    ]);
    expect([1, 2, 3, 4, 11, 12, 13, 21, 102, 111, 1_003].map(words.ordinal)).toEqual([
      "1st",
      "2nd",
      "3rd",
      "4th",
      "11th",
      "12th",
      "13th",
      "21st",
      "102nd",
      "111th",
      "1,003rd",
    ]);
  });

  it("join words as one would say them", () => {
    expect(words.list([])).toBe("");
    expect(words.list(["PG"])).toBe("PG");
    expect(words.list(["PG", "PG-13"], "or")).toBe("PG or PG-13");
    expect(words.list(["A", "B", "C"])).toBe("A, B and C");
  });
});

describe("times", () => {
  it("last two units at most, and never less than nothing", () => {
    expect(
      [-5, 0, 42_900, MINUTE, 38 * MINUTE, HOUR, 134 * MINUTE, 21 * HOUR, DAY, 52 * HOUR].map(words.duration),
    ).toEqual(["0 s", "0 s", "42 s", "1 min", "38 min", "1 h", "2 h 14 min", "21 h", "1 d", "2 d 4 h"]);
  });

  it("of a video are minutes and seconds", () => {
    expect([0.2, 4, 59.6, 90].map(words.clip)).toEqual(["0:01", "0:04", "1:00", "1:30"]);
  });

  it("are told from now", () => {
    expect(words.relative(now + 134 * MINUTE, now)).toBe("in 2 h 14 min");
    expect(words.relative(now, now)).toBe("just now");
    expect(words.relative(now - 59_999, now)).toBe("just now");
    expect(words.relative(now - 38 * MINUTE, now)).toBe("38 min ago");
    expect(words.relative(now - 25 * HOUR, now)).toBe("1 d ago");
    expect(words.relative(now - 28 * DAY, now)).toBe("24 Oct 2026");
  });

  it("are told by the clock in UTC", () => {
    expect(words.dateTime(Date.UTC(2026, 10, 21, 20, 12))).toBe("21 Nov 2026, 20:12 UTC");
    expect(words.month(Date.UTC(2026, 2, 31, 23, 59))).toBe("March 2026");
    expect(words.dateTime(Date.UTC(2027, 0, 1, 0, 0))).toBe("1 Jan 2027, 00:00 UTC");
  });

  it("leave out what goes without saying", () => {
    expect(words.shortTime(Date.UTC(2026, 10, 21, 0, 5), now)).toBe("00:05 UTC");
    expect(words.shortTime(Date.UTC(2026, 10, 20, 23, 59), now)).toBe("20 Nov");
    expect(words.shortTime(Date.UTC(2025, 10, 20), now)).toBe("20 Nov 2025");
  });
});
