import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { defineConfig } from "playwright/test";

const found = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) => existsSync(path));

const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export default defineConfig({
  testDir: "tests/e2e",
  timeout: 120_000,
  expect: { timeout: 15_000 },
  workers: Math.max(2, Math.min(4, availableParallelism())),
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  outputDir: "test-results",
  use: {
    browserName: "chromium",
    trace: "retain-on-failure",
    launchOptions: { executablePath: process.env.CHROMIUM ?? found, args: quiet },
  },
});
