import { existsSync } from "node:fs";
import { chromium } from "playwright";
import type { Browser } from "playwright";
import config from "../../../playwright.config";
import { startSite } from "../../e2e/server";
import { line, openPhone, slowness } from "./phone";
import { beginVisit, visits } from "./visits";
import type { Visit } from "./visits";
import { observe, readSeen, settle, timeAction } from "./vitals";

// How long people wait for the pages of the demo, on a slow phone with an empty cache: medians beside their limits.
// `npm run bench:pages -- --runs 7 judge crucible`

const MAX_CLS = 0.02;
const MAX_INP_MS = 100;
const given = process.argv.slice(2);
const runs = Number(given[given.indexOf("--runs") + 1]) || 5;
const names = given.filter((word, at) => !word.startsWith("--") && given[at - 1] !== "--runs");
const chosen = visits.filter(({ name }) => names.length === 0 || names.some((part) => name.includes(part)));

type Run = Awaited<ReturnType<typeof makeVisit>>;

if (!existsSync("build/server.js")) throw new Error("Build first: npm run build");
const site = await startSite({ DEMO: "true" });
const browser = await chromium.launch(config.use?.launchOptions);
try {
  const made = chosen.map((): Run[] => []);
  for (let run = 0; run < runs; run += 1)
    for (const [at, visit] of chosen.entries()) made[at]!.push(await makeVisit(browser, visit));
  const figures = chosen.flatMap((visit, at) => figuresOf(visit, made[at]!));
  report(figures);
} finally {
  await browser.close();
  await site.stop();
}

async function makeVisit(browser: Browser, visit: Visit) {
  const { context, page, throttle } = await openPhone(browser);
  await beginVisit(context, site.url, visit);
  await observe(page);
  await throttle();
  await page.goto(site.url + visit.path, { waitUntil: "load" });
  await settle(page);
  const { lcp, largest, cls } = await readSeen(page);
  const deeds: Record<string, number> = {};
  for (const [name, deed] of Object.entries(visit.deeds)) deeds[name] = await timeAction(page, deed);
  const { cls: clsAfter } = await readSeen(page);
  await context.close();
  return { lcp, largest, cls, clsAfter: clsAfter - cls, deeds };
}

type Figure = { page: string; what: string; median: number; limit: number; ratio: number; note?: string };

function figuresOf({ name: page, mostLcpMs, deeds }: Visit, made: Run[]): Figure[] {
  const figure = (what: string, read: (run: Run) => number, limit: number, note?: string) => {
    const value = median(made.map(read));
    return { page, what, median: value, limit, ratio: value / limit, note };
  };
  return [
    figure("LCP, ms", ({ lcp }) => Math.round(lcp), mostLcpMs, made[0]!.largest),
    figure("CLS", ({ cls }) => Math.round(cls * 10_000) / 10_000, MAX_CLS),
    figure("CLS of what is done there", ({ clsAfter }) => Math.round(clsAfter * 10_000) / 10_000, MAX_CLS),
    ...Object.keys(deeds).map((name) => figure(`INP, ms: ${name}`, (run) => run.deeds[name]!, MAX_INP_MS)),
  ];
}

function median(values: number[]) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

function report(figures: Figure[]) {
  console.log(`| page | what | median of ${runs} | limit | ratio |\n|---|---|---|---|---|`);
  for (const { page, what, median, limit, ratio, note } of figures) {
    console.log(`| ${page} | ${what}${note ? ` (${note})` : ""} | ${median} | ${limit} | ${ratio.toFixed(2)} |`);
  }
  console.log(`RESULT ${JSON.stringify({ bench: "pages", runs, line, slowness, figures })}`);
  if (figures.some(({ ratio }) => ratio > 1)) process.exitCode = 1;
}
