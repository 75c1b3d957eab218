import { defineConfig } from "vitest/config";
import { BaseSequencer } from "vitest/node";
import type { TestSpecification } from "vitest/node";
import { alias } from "./vite.config";

/** The faults first: they wait more than they work, and take as long as everything else together. */
class FaultsFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const sorted = await super.sort(files);
    const isSlow = ({ moduleId }: TestSpecification) => moduleId.endsWith("faults.test.ts");
    return [...sorted.filter(isSlow), ...sorted.filter((file) => !isSlow(file))];
  }
}

export default defineConfig({
  resolve: { alias },
  test: {
    include: ["{app,db,jobs,tests}/**/*.test.{ts,tsx}"],
    exclude: ["tests/e2e/**", "node_modules/**", "build/**"],
    setupFiles: ["tests/setup.ts"],
    globalSetup: ["tests/template.ts"],
    pool: "forks",
    sequence: { sequencer: FaultsFirst },
    // Generous: a machine with other work on it is slow, and a test that hangs is wrong all the same.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
