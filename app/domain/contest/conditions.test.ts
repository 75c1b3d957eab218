import { expect, test } from "vitest";
import { barrierOf, entryRefusal, hasStanding } from "./conditions";

const born = new Date("2026-05-01T12:00:00Z");
const day = 24 * 3_600_000;

test("an account has to be as old as the site asks, to the millisecond", () => {
  const person = { createdAt: born, emailVerifiedAt: null };
  const rule = { minAgeHours: 24, verifiedEmail: false };
  expect(barrierOf(person, rule, new Date(born.getTime() + day - 1))).toBe("too-new");
  expect(barrierOf(person, rule, new Date(born.getTime() + day))).toBeNull();
});

test("age is named before an unverified email", () => {
  const person = { createdAt: born, emailVerifiedAt: null };
  const rule = { minAgeHours: 24, verifiedEmail: true };
  expect(barrierOf(person, rule, born)).toBe("too-new");
  expect(barrierOf(person, rule, new Date(born.getTime() + day))).toBe("no-e-mail");
  expect(barrierOf({ ...person, emailVerifiedAt: born }, rule, new Date(born.getTime() + day))).toBeNull();
});

test("a score that is just enough is enough, and members need none", () => {
  expect(hasStanding({ score: 9, supporter: false }, 10)).toBe(false);
  expect(hasStanding({ score: 10, supporter: false }, 10)).toBe(true);
  expect(hasStanding({ score: 0, supporter: true }, 10)).toBe(true);
});

const limits = { perPerson: 3, cap: 10, entered: 8, fee: 50, used: 1, balance: 100, inDebt: false };

test("each limit may be met exactly and not passed", () => {
  expect(entryRefusal(limits, 2)).toBeNull();
  expect(entryRefusal({ ...limits, used: 2 }, 2)).toBe("person-limit");
  expect(entryRefusal({ ...limits, entered: 9 }, 2)).toBe("full");
  expect(entryRefusal({ ...limits, balance: 99 }, 2)).toBe("too-little-buzz");
  expect(entryRefusal({ ...limits, cap: null, entered: 1e6 }, 2)).toBeNull();
  expect(entryRefusal({ ...limits, fee: 0, balance: 0 }, 2)).toBeNull();
  expect(entryRefusal({ ...limits, inDebt: true }, 1)).toBe("in-debt");
  expect(entryRefusal({ ...limits, fee: 0, inDebt: true }, 1)).toBeNull();
});

test("of several limits that are passed, the one that money can't change comes first", () => {
  expect(entryRefusal({ ...limits, used: 3, entered: 10, balance: 0 }, 1)).toBe("person-limit");
  expect(entryRefusal({ ...limits, entered: 10, balance: 0 }, 1)).toBe("full");
});
