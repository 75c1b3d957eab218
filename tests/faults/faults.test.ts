import { beforeAll, expect, test } from "vitest";
import { buildWhenStale } from "../../app/prepare.mjs";
import { faults } from "./every-fault";

// Every fault in its small size; `npm run faults` has the full ones.
beforeAll(() => buildWhenStale(), 300_000);

test.each(faults)("$name: $bar", { timeout: 300_000 }, async ({ name, small, run }) => {
  const seed = Number(process.env.FAULT_SEED ?? Math.floor(Math.random() * 2 ** 31));
  console.log(`${name}: seed ${seed}`);
  const figures = await run(small, seed);
  console.log(`RESULT ${JSON.stringify({ fault: name, small: true, seed, size: small, ...figures })}`);
  expect(figures).toBeTypeOf("object");
});
