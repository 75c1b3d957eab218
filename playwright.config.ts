import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { defineConfig } from "playwright/test";

const found = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) =>
  existsSync(path),
);

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
  // Only a hang takes this long, however busy the machine is.
  timeout: 600_000,
  expect: { timeout: 60_000 },
  workers: Math.max(2, Math.min(4, availableParallelism())),
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  outputDir: "test-results",
  // A machine that is also busy elsewhere may starve a browser; what needed a second try is named at the end.
  retries: process.env.CI ? 1 : 0,
  use: {
    browserName: "chromium",
    trace: "on-first-retry",
    launchOptions: { executablePath: process.env.CHROMIUM ?? found, args: quiet },
  },
});
