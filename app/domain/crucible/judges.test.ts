import { expect, test } from "vitest";
import { NOON, hoursLater } from "~/tests/world";
import { asJudge, judgingRefusal } from "./judges";

const ana = asJudge({ id: 1, browsingLevels: 3, score: 10, membership: "free" });
const terms = { status: "active", endsAt: hoursLater(8), judgeRule: "anyone", judgeMinScore: 0 } as const;

test("a person judges with their levels, score and membership", () => {
  expect(ana).toEqual({ id: 1, levels: 3, score: 10, supporter: false, banned: false });
  expect(asJudge({ id: 2, browsingLevels: 31, score: 0, membership: "supporter" })).toMatchObject({ levels: 31, supporter: true });
});

test("one judges while it runs, to the last millisecond, whatever the job says after it", () => {
  expect(judgingRefusal(terms, ana, NOON)).toBeNull();
  expect(judgingRefusal(terms, ana, new Date(hoursLater(8).getTime() - 1))).toBeNull();
  expect(judgingRefusal(terms, ana, hoursLater(8))).toEqual({ ok: false, reason: "ended" });
  expect(judgingRefusal({ ...terms, status: "pending" }, ana, NOON)).toEqual({ ok: false, reason: "not-open" });
  for (const status of ["finalizing", "completed", "cancelled"] as const) {
    expect(judgingRefusal({ ...terms, status }, ana, NOON)).toEqual({ ok: false, reason: "ended" });
  }
});

test("verified judges are those with the score or a membership; the banned are never", () => {
  const strict = { ...terms, judgeRule: "verified", judgeMinScore: 11 } as const;
  expect(judgingRefusal(strict, ana, NOON)).toEqual({ ok: false, reason: "not-eligible", why: "not-verified" });
  expect(judgingRefusal(strict, { ...ana, score: 11 }, NOON)).toBeNull();
  expect(judgingRefusal(strict, { ...ana, supporter: true }, NOON)).toBeNull();
  expect(judgingRefusal(terms, { ...ana, banned: true, supporter: true }, NOON)).toEqual({ ok: false, reason: "not-eligible", why: "banned" });
});
