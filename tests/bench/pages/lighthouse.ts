import { execFileSync } from "node:child_process";
import { chromium } from "playwright";
import type { Browser } from "playwright";
import config from "../../../playwright.config";
import { startSite } from "../../e2e/server";
import { beginVisit, visits } from "./visits";
import type { Visit } from "./visits";

// Lighthouse over the pages of the demo, on its phone and on its desktop: `npm run bench:lighthouse -- judge`.
// It is no dependency: npx fetches version 12, which runs on Node 20.

type Report = {
  categories: Record<string, { title: string; score: number; auditRefs: { id: string }[] }>;
  audits: Record<string, { score: number | null; displayValue?: string }>;
};

const LEAST = { performance: 0.95, others: 1 };
const names = process.argv.slice(2);
const chosen = visits.filter(({ name }) => names.length === 0 || names.some((part) => name.includes(part)));
const site = await startSite({ DEMO: "true" });
const browser = await chromium.launch(config.use?.launchOptions);
try {
  for (const visit of chosen)
    for (const device of ["mobile", "desktop"])
      tell(visit, device, inspect(visit, device, await cookiesOf(browser, visit)));
} finally {
  await browser.close();
  await site.stop();
}

async function cookiesOf(browser: Browser, visit: Visit) {
  const context = await browser.newContext();
  await beginVisit(context, site.url, visit);
  const cookies = await context.cookies();
  await context.close();
  return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
}

function inspect({ path }: Visit, device: string, cookies: string) {
  const flags = ["--quiet", "--output=json", "--chrome-flags=--headless=new --no-sandbox --disable-gpu"];
  if (device === "desktop") flags.push("--preset=desktop");
  if (cookies) flags.push(`--extra-headers=${JSON.stringify({ Cookie: cookies })}`);
  const env = { ...process.env, CHROME_PATH: chromiumPath() };
  return JSON.parse(
    execFileSync("npx", ["--yes", "lighthouse@12", site.url + path, ...flags], {
      env,
      encoding: "utf8",
      maxBuffer: 1e8,
      stdio: ["ignore", "pipe", "ignore"],
    }),
  ) as Report;
}

function chromiumPath() {
  return config.use?.launchOptions?.executablePath ?? chromium.executablePath();
}

function tell({ name }: Visit, device: string, { categories, audits }: Report) {
  const scores = Object.entries(categories).map(([id, { title, score }]) => ({
    title,
    score,
    least: id === "performance" ? LEAST.performance : LEAST.others,
  }));
  const shown = [
    "first-contentful-paint",
    "largest-contentful-paint",
    "total-blocking-time",
    "cumulative-layout-shift",
  ];
  const times = shown.map((id) => audits[id]!.displayValue?.replace(/\s/g, " ")).join(" | ");
  console.log(`| ${name} | ${device} | ${scores.map(({ score }) => Math.round(score * 100)).join(" | ")} | ${times} |`);
  for (const { title, score, least } of scores) {
    if (score >= least) continue;
    process.exitCode = 1;
    const { auditRefs } = Object.values(categories).find((one) => one.title === title)!;
    console.log(
      `  ${title}: ${auditRefs
        .filter(({ id }) => (audits[id]!.score ?? 1) < 0.9)
        .map(({ id }) => id)
        .join(", ")}`,
    );
  }
}
