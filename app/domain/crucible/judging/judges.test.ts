import { expect, test } from "vitest";
import { NOON, hoursLater } from "~/tests/factories";
import { toJudge, judgingRefusal } from "./judges";

const BORN = new Date("2026-05-01T12:00:00Z");
const person = {
  id: 7,
  browsingLevels: 3,
  score: 0,
  membership: "free",
  createdAt: BORN,
  emailVerifiedAt: null,
} as const;
const strict = { minAgeHours: 24, verifiedEmail: true };

test("without rules of the site anyone may judge at once", () => {
  expect(toJudge(person, { minAgeHours: 0, verifiedEmail: false }, BORN)).toMatchObject({
    id: 7,
    levels: 3,
    barrier: null,
  });
});

test("an account has to be as old as the site asks, to the millisecond, and its address confirmed", () => {
  const day = 24 * 3_600_000;
  const confirmed = { ...person, emailVerifiedAt: BORN };
  const barrier = (who: Parameters<typeof toJudge>[0], after: number) =>
    toJudge(who, strict, new Date(BORN.getTime() + after)).barrier;
  expect(barrier(confirmed, day - 1)).toBe("too-new");
  expect(barrier(confirmed, day)).toBeNull();
  expect(barrier(person, day)).toBe("no-e-mail");
  expect(barrier({ ...person, membership: "supporter" }, day)).toBe("no-e-mail");
});

const anything = { minAgeHours: 0, verifiedEmail: false };
const ana = toJudge({ ...person, id: 1, score: 10 }, anything, BORN);
const terms = { status: "active", endsAt: hoursLater(8), judgeRule: "anyone", judgeMinScore: 0 } as const;

test("a person judges with their levels, score and membership", () => {
  expect(ana).toEqual({ id: 1, levels: 3, score: 10, supporter: false, barrier: null });
  expect(toJudge({ ...person, browsingLevels: 31, membership: "supporter" }, anything, BORN)).toMatchObject({
    levels: 31,
    supporter: true,
  });
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
  expect(judgingRefusal(terms, { ...ana, barrier: "banned", supporter: true }, NOON)).toEqual({
    ok: false,
    reason: "not-eligible",
    why: "banned",
  });
});
