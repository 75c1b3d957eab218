import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { limitConcurrency, serializeByKey } from "./concurrency";

function counted() {
  const seen = { now: 0, most: 0, order: [] as number[] };
  const work =
    (id: number, fails = false) =>
    async () => {
      seen.most = Math.max(seen.most, (seen.now += 1));
      seen.order.push(id);
      await sleep(1);
      seen.now -= 1;
      if (fails) throw new Error("broken");
      return id;
    };
  return { seen, work };
}

test("never more than there is room for, in the order they came, whatever fails", async () => {
  const inTurn = limitConcurrency(2);
  const { seen, work } = counted();
  const done = await Promise.allSettled(Array.from({ length: 20 }, (_, id) => inTurn(1, work(id, id % 3 === 0))));
  expect(seen).toEqual({ now: 0, most: 2, order: Array.from({ length: 20 }, (_, id) => id) });
  expect(done.filter(({ status }) => status === "rejected")).toHaveLength(7);
});

test("heavy work has the room for itself, and what came later does not pass it", async () => {
  const inTurn = limitConcurrency(10);
  const { seen, work } = counted();
  let heavy = 0;
  const weights = [5, 5, 10, 4, 6, 9, 2];
  const done = weights.map((weight, id) =>
    inTurn(weight, async () => {
      heavy = Math.max(heavy, weight > 8 ? seen.now : 0);
      return work(id)();
    }),
  );
  await Promise.all(done);
  expect(seen).toEqual({ now: 0, most: 2, order: [0, 1, 2, 3, 4, 5, 6] });
  expect(heavy).toBe(0);
});

test("work about one key never overlaps, about others does", async () => {
  const inTurn = serializeByKey();
  const { seen, work } = counted();
  await Promise.allSettled(Array.from({ length: 9 }, (_, id) => inTurn("same", work(id, id === 4))));
  expect(seen).toMatchObject({ most: 1, order: [0, 1, 2, 3, 4, 5, 6, 7, 8] });
  await Promise.all(["a", "b", "c"].map((key, id) => inTurn(key, work(id))));
  expect(seen.most).toBe(3);
});
