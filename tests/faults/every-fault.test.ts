import { readFileSync, readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { faults } from "./every-fault";

const files = readdirSync("tests/faults").filter((name) => name.endsWith(".test.ts"));
const tested = files.flatMap((name) => {
  const source = readFileSync(`tests/faults/${name}`, "utf8");
  const fault = /^holdsInSmall\((\w+)\);$/m.exec(source)?.[1];
  return fault ? [fault] : [];
});

test("every fault is on the list of npm run faults, and has a test of its own", async () => {
  const listed = readFileSync("tests/faults/every-fault.ts", "utf8").match(/^ {2}\w+(?=,$)/gm)!;
  expect(listed.map((name) => name.trim()).sort()).toEqual([...tested].sort());
  expect(faults).toHaveLength(tested.length);
});

test("no two faults share a name", () => {
  expect(new Set(faults.map(({ name }) => name)).size).toBe(faults.length);
});
