import { expect, test } from "vitest";
import { SEED } from "~/tests/seed";
import { fuzz } from "./fuzzing";

test("1,500 mutated files are read without a throw, a hang or a heap of memory", async () => {
  const outcome = await fuzz(1_500, SEED);
  console.log("fuzz", JSON.stringify(outcome));
  expect(outcome.recognized).toBeGreaterThan(100); // mutations that break everything would try nothing
  expect(outcome.slowestCpuMs).toBeLessThan(1_000);
  expect(outcome.peakRssMb).toBeLessThan(512);
});
