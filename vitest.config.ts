import { availableParallelism } from "node:os";
import { configDefaults, defineConfig } from "vitest/config";
import { BaseSequencer } from "vitest/node";
import type { TestSpecification } from "vitest/node";
import { alias } from "./vite.config";

const FAULTS = "tests/faults/*.test.ts";
const ALONE = "{app,db,jobs,tests}/**/*.alone.test.{ts,tsx}";
/** Three on two cores: faults wait more than they work. */
const WORKERS = availableParallelism() + 1;

/** The faults first: each waits for processes of its own, and whoever starts one last is waited for. */
class FaultsFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const sorted = await super.sort(files);
    const isFault = ({ project }: TestSpecification) => project.name === "faults";
    return [...sorted.filter(isFault), ...sorted.filter((file) => !isFault(file))];
  }
}

export default defineConfig({
  resolve: { alias },
  test: {
    setupFiles: ["tests/setup.ts"],
    globalSetup: ["tests/template.ts"],
    pool: "forks",
    maxWorkers: WORKERS,
    sequence: { sequencer: FaultsFirst },
    // Only a hang takes this long, however busy the machine is.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    projects: [
      {
        extends: true,
        // One process after another runs many files: what a test changes in its process, it puts back.
        test: {
          name: "shared",
          isolate: false,
          include: ["{app,db,jobs,tests}/**/*.test.{ts,tsx}"],
          exclude: [...configDefaults.exclude, "tests/e2e/**", FAULTS, ALONE],
        },
      },
      // A process for each file, for what cannot be put back: *.alone.test.ts.
      { extends: true, test: { name: "alone", include: [ALONE] } },
      {
        extends: true,
        test: { name: "faults", include: [FAULTS], globalSetup: ["tests/faults/build.ts"] },
      },
    ],
  },
});
