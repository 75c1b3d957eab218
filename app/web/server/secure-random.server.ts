import { randomInt } from "node:crypto";

const STEPS = 2 ** 47;

/** From 0 up to but not including 1, and not to be foretold: who has seen enough of `Math.random` can tell which pairs come next. */
export function secureRandom() {
  return randomInt(STEPS) / STEPS;
}
