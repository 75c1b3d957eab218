import { expect, test } from "vitest";
import { hostileFiles } from "~/tests/faults/hostile-files";

test("files made to break whoever opens them are refused in words or published without metadata", async () => {
  const figures = await hostileFiles.run(hostileFiles.small, 1);
  console.log(`RESULT ${JSON.stringify(figures)}`);
  expect(figures).toMatchObject({ taken: expect.any(Number), "not-media": expect.any(Number) });
}, 120_000);
