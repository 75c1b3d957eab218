import { expect, test } from "vitest";
import { asJudge } from "./judges";

const BORN = new Date("2026-05-01T12:00:00Z");
const person = { id: 7, browsingLevels: 3, score: 0, membership: "free", createdAt: BORN, emailVerifiedAt: null } as const;
const strict = { leastAgeHours: 24, verifiedEmail: true };

test("without rules of the site anyone may judge at once", () => {
  expect(asJudge(person, { leastAgeHours: 0, verifiedEmail: false }, BORN)).toMatchObject({ id: 7, levels: 3, barred: null });
});

test("an account has to be as old as the site asks, to the millisecond, and its address confirmed", () => {
  const day = 24 * 3_600_000;
  const confirmed = { ...person, emailVerifiedAt: BORN };
  const barred = (who: Parameters<typeof asJudge>[0], after: number) => asJudge(who, strict, new Date(BORN.getTime() + after)).barred;
  expect(barred(confirmed, day - 1)).toBe("too-new");
  expect(barred(confirmed, day)).toBeNull();
  expect(barred(person, day)).toBe("no-e-mail");
  expect(barred({ ...person, membership: "supporter" }, day)).toBe("no-e-mail");
});
