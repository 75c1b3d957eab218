import { describe, expect, it } from "vitest";
import { statuses } from "~/db/schema/values";
import { clockText, crucibleState } from "./state";
import type { CrucibleTimes } from "./state";

const HOUR = 3_600_000;
const startsAt = Date.UTC(2026, 10, 21, 13);
const run = { startsAt, entriesCloseAt: startsAt + 7.2 * HOUR, endsAt: startsAt + 8 * HOUR };
/** A moment in each stretch of a run, and each edge to the millisecond. */
const moments = [
  -30 * HOUR,
  -1,
  0,
  1,
  4 * HOUR,
  7.2 * HOUR - 1,
  7.2 * HOUR,
  8 * HOUR - 1,
  8 * HOUR,
  8 * HOUR + 1,
  900 * HOUR,
];
const early = { ...run, entriesCloseAt: startsAt + 2 * HOUR };
const late = { ...run, entriesCloseAt: run.endsAt };
const all = statuses.flatMap((status) =>
  [run, early, late].flatMap((times) => moments.map((at) => ({ crucible: { ...times, status }, now: startsAt + at }))),
);

function say({ crucible, now }: { crucible: CrucibleTimes; now: number }) {
  const state = crucibleState(crucible, now);
  return { ...state, figures: clockText(state, now) };
}

describe("whatever the state and the hour", () => {
  it.each(all)("words agree: $crucible.status at $now", (one) => {
    const { phase, tone, pill, line, clock, figures } = say(one);
    const over = phase === "counting" || phase === "completed" || phase === "cancelled";
    const words = `${pill}. ${line}. ${clock.label} ${figures}`;

    expect(over).toBe(tone === "");
    expect(clock.ticking).toBe(clock.at > one.now && !over);
    if (over) expect(words).not.toMatch(/active|open|soon|left|upcoming/i);
    if (!over) expect(words).not.toMatch(/ended|results|counting|cancelled/i);
    if (one.now >= one.crucible.endsAt) expect(words).not.toMatch(/active|soon|left/i);
    if (one.now >= one.crucible.entriesCloseAt) expect(words).not.toMatch(/for entries/i);
    expect(words).not.toMatch(/undefined|NaN|Invalid|−|\b0 min/);
  });
});

describe("a run of eight hours", () => {
  function at(ms: number, status: CrucibleTimes["status"] = "active") {
    return say({ crucible: { ...run, status }, now: startsAt + ms });
  }

  it("opens, closes for entries, and ends", () => {
    expect(at(-3 * HOUR, "pending")).toMatchObject({
      pill: "Upcoming",
      line: "Opens at 13:00 UTC",
      figures: "3 h",
      tone: "up",
    });
    expect(at(HOUR)).toMatchObject({ pill: "Active", line: "Open for entries", figures: "7 h", tone: "active" });
    expect(at(7.5 * HOUR)).toMatchObject({
      pill: "Ending soon",
      line: "Entries closed, judging open",
      figures: "30 min",
    });
    expect(at(9 * HOUR, "completed")).toMatchObject({
      pill: "Completed",
      line: "Results are in",
      figures: "21:00 UTC",
    });
  });

  it("is ending soon from the last tenth on, to the millisecond", () => {
    expect(at(7.2 * HOUR - 1).pill).toBe("Active");
    expect(at(7.2 * HOUR).pill).toBe("Ending soon");
  });

  it("counts its votes once the end has passed, though the job is late", () => {
    expect(at(8 * HOUR)).toMatchObject({ pill: "Counting", line: "Counting votes", phase: "counting" });
    expect(at(8 * HOUR).clock.label).toBe("Ended");
  });

  it("opens now when the job that opens it is late", () => {
    expect(at(1, "pending")).toMatchObject({ pill: "Upcoming", line: "Opening now", figures: "now" });
    expect(at(1, "pending").clock.label).toBe("Opens");
  });

  it("names the day when it opens on another", () => {
    expect(at(-30 * HOUR, "pending").line).toBe("Opens 21 Nov 2026, 13:00 UTC");
  });

  it("does not say that a cancelled one has ended", () => {
    expect(at(HOUR, "cancelled")).toMatchObject({ pill: "Canceled", line: "Canceled, fees refunded", tone: "" });
  });
});
