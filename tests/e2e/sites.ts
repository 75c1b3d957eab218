import { test as base } from "playwright/test";
import { startSite } from "./server";
import type { RunningSite } from "./server";

// Nobody waits for a job at a site that is shared.
const SELDOM = { JOB_SCHEDULE: "*/10 * * * * *" };

/**
 * The sites that all tests of a worker share, started when first asked for: one with the demo, one where people start
 * with 10,000 Buzz and nothing else is. A test changes there only what it has made itself; what moves the clock or
 * changes what others look at starts a site of its own.
 */
export const test = base.extend<{ closing: void }, { demo: RunningSite; empty: RunningSite }>({
  // Playwright closes only contexts of its own; pages left open go on polling and slow down every later test.
  closing: [
    async ({ browser }, use) => {
      const others = new Set(browser.contexts());
      await use();
      const opened = browser.contexts().filter((context) => !others.has(context));
      await Promise.all(opened.map((context) => context.close()));
    },
    { auto: true },
  ],
  demo: [
    async ({ playwright: _ }, use) => withSite({ ...SELDOM, DEMO: "true", LOG_LEVEL: "info" }, use),
    { scope: "worker", timeout: 300_000 },
  ],
  empty: [
    async ({ playwright: _ }, use) => withSite({ ...SELDOM, SIGN_UP_GRANT: "10000" }, use),
    { scope: "worker", timeout: 300_000 },
  ],
});

async function withSite(settings: Record<string, string>, use: (site: RunningSite) => Promise<void>) {
  const site = await startSite(settings);
  await use(site);
  await site.stop();
}
