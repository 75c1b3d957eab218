import { beforeAll, expect, test } from "vitest";
import { SEED } from "~/tests/chance";
import { buildWhenStale } from "../../app/prepare.mjs";
import { faults } from "./every-fault";

// Every fault in its small size, and the same each time; `npm run faults` has the full ones, and others each time.
beforeAll(() => buildWhenStale(), 300_000);

test.each(faults)("$name: $bar", { timeout: 300_000 }, async ({ name, small, run }) => {
  const figures = await run(small, SEED);
  console.log(`RESULT ${JSON.stringify({ fault: name, small: true, seed: SEED, size: small, ...figures })}`);
  expect(figures).toBeTypeOf("object");
});
