import { expect, test } from "vitest";
import { pseudonymOf } from "./pseudonym";

test("a judge has one pseudonym in a contest and another in the next", () => {
  expect(pseudonymOf("salt", 7)).toBe(pseudonymOf("salt", 7));
  expect(pseudonymOf("salt", 7)).toMatch(/^[0-9a-f]{16}$/);
  expect(new Set([pseudonymOf("salt", 7), pseudonymOf("salt", 8), pseudonymOf("other", 7)]).size).toBe(3);
});
