import type { Page, Request } from "playwright";

type Seen = { lcp: number; largest: string; cls: number; interactions: number[] };
type Shift = PerformanceEntry & { value: number; hadRecentInput: boolean };
type Painted = PerformanceEntry & { element?: Element; url: string };
type Input = PerformanceEventTiming & { interactionId: number };

/** Shortest event that the browser tells of, in milliseconds; what it keeps to itself counts as this. */
const SHORTEST = 16;
const QUIET_MS = 500;
const LOOK_MS = 50;

/** What a page still asks for. */
const asked = new WeakMap<Page, Set<Request>>();

/** Before the page is opened: notes what a person waits for, as Chromium itself tells it. */
export async function observe(page: Page) {
  await page.addInitScript("globalThis.__name = (one) => one"); // tsx leaves calls to it in functions
  await page.addInitScript(watch, SHORTEST);
  const open = new Set<Request>();
  asked.set(page, open);
  page.on("request", (request) => open.add(request));
  page.on("requestfinished", (request) => open.delete(request));
  page.on("requestfailed", (request) => open.delete(request));
}

function watch(shortest: number) {
  const seen: Seen = { lcp: 0, largest: "", cls: 0, interactions: [] };
  Object.assign(window, { seen });
  const on = <T extends PerformanceEntry>(type: string, note: (entry: T) => void, more = {}) =>
    new PerformanceObserver((list) => (list.getEntries() as T[]).forEach(note)).observe({
      type,
      buffered: true,
      ...more,
    });
  on<Painted>("largest-contentful-paint", ({ startTime, element, url }) => {
    seen.lcp = startTime;
    seen.largest = url ? new URL(url).pathname : (element?.tagName.toLowerCase() ?? "");
  });
  on<Shift>("layout-shift", ({ value, hadRecentInput }) => {
    if (!hadRecentInput) seen.cls += value;
  });
  on<Input>(
    "event",
    ({ interactionId, duration }) => {
      if (interactionId) seen.interactions.push(duration);
    },
    { durationThreshold: shortest },
  );
}

export function readSeen(page: Page) {
  return page.evaluate(() => (window as unknown as { seen: Seen }).seen);
}

/** The slowest interaction of a deed, from the press to the frame that shows it, in milliseconds. */
export async function timeAction(page: Page, deed: (page: Page) => Promise<unknown>) {
  await page.evaluate(() => ((window as unknown as { seen: Seen }).seen.interactions = []));
  await deed(page);
  await settle(page);
  return Math.max(SHORTEST, ...(await readSeen(page)).interactions);
}

/** Until nothing was asked for in a while, so that what came of it is drawn, and told of. */
export async function settle(page: Page) {
  for (let quiet = 0; quiet < QUIET_MS; quiet = asked.get(page)!.size > 0 ? 0 : quiet + LOOK_MS)
    await page.waitForTimeout(LOOK_MS);
}
