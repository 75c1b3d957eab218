import type { Browser, CDPSession } from "playwright";

const KILOBIT = 1024 / 8;

/**
 * Lighthouse's phone on slow 4G, with its own factors for throttling that is applied and not computed
 * (`mobileSlow4G` in lighthouse/core/config/constants.js): each request waits 3.75 round trips of 150 ms.
 */
export const line = {
  latency: 150 * 3.75,
  downloadThroughput: 1.6 * 1024 * 0.9 * KILOBIT,
  uploadThroughput: 750 * 0.9 * KILOBIT,
};
export const slowness = 4;
const screen = { viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true };

/** A page that saw nothing yet, its cache empty. It is slow from `throttle` on. */
export async function openPhone(browser: Browser) {
  const context = await browser.newContext(screen);
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.enable");
  return { context, page, throttle: () => throttle(devtools) };
}

async function throttle(devtools: CDPSession) {
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowness });
  await devtools.send("Network.emulateNetworkConditions", { offline: false, ...line });
}
