import { expect, test } from "vitest";
import { SEED } from "~/tests/seed";
import type { Fault } from "./fault";

/** A test of the fault in its small size, the same each time; `npm run faults` has the full one, with a new seed each time. */
export function holdsInSmall<Size extends Record<string, number>>({ name, bar, small, run }: Fault<Size>) {
  test(`${name}: ${bar}`, async () => {
    const figures = await run(small, SEED);
    console.log(`RESULT ${JSON.stringify({ fault: name, small: true, seed: SEED, size: small, ...figures })}`);
    expect(figures).toBeTypeOf("object");
  });
}
