import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { getPriority } from "node:os";
import { expect, test } from "vitest";

test("who gives way stands behind its process, or where it stood", () => {
  const script = `import("./db/worker.ts").then(({ lowerPriority }) => { lowerPriority(); console.log(require("os").getPriority()); })`;
  const said = execFileSync(process.execPath, ["--import", "tsx", "-e", script], { encoding: "utf8" });
  expect(Number(said)).toBe(existsSync("/proc/thread-self") ? Math.max(getPriority(), 10) : getPriority());
});
