import { expect, test } from "vitest";
import { finishEach } from "./finalizing";

const names = { failed: (n: number) => `${n} failed.`, summary: (failures: number) => `${failures} failed in all.` };

test("counts what was finished here, not what somebody else had finished", async () => {
  expect(await finishEach([1, 2, 3], async (n) => n !== 2, names)).toBe(2);
  expect(await finishEach([], async () => true, names)).toBe(0);
});

test("one that fails holds up no other, and all failures are thrown at the end", async () => {
  const tried: number[] = [];
  async function finish(n: number) {
    tried.push(n);
    if (n % 2 === 0) throw new Error(`broken ${n}`);
    return true;
  }
  const error = await finishEach([1, 2, 3, 4, 5], finish, names).catch((thrown: unknown) => thrown as AggregateError);
  expect(tried).toEqual([1, 2, 3, 4, 5]);
  expect(error).toBeInstanceOf(AggregateError);
  expect((error as AggregateError).message).toBe("2 failed in all.");
  expect((error as AggregateError).errors.map(({ message, cause }) => [message, cause.message])).toEqual([
    ["2 failed.", "broken 2"],
    ["4 failed.", "broken 4"],
  ]);
});
