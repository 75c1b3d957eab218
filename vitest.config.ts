import { defineConfig } from "vitest/config";
import { alias } from "./vite.config";

export default defineConfig({
  resolve: { alias },
  test: {
    include: ["{app,db,jobs,tests}/**/*.test.{ts,tsx}"],
    exclude: ["tests/e2e/**", "node_modules/**", "build/**"],
    setupFiles: ["tests/setup.ts"],
    globalSetup: ["tests/template.ts"],
    pool: "forks",
    // Generous: a machine with other work on it is slow, and a test that hangs is wrong all the same.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
