// `npm run shots`: builds, starts a demo, and draws every page into shots/, wide and narrow, dark and light. Names or parts
// of names as arguments draw only those. Also the README's picture, docs/screenshot.png.
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { chromium } from "playwright/test";
import type { Browser } from "playwright/test";
import sharp from "sharp";
import config from "../playwright.config";
import { startSite } from "./e2e/server";
import { pages, signIn } from "./pages";
import type { Page } from "./pages";

const widths = [
  ["wide", 1280],
  ["narrow", 320],
] as const;
const schemes = ["dark", "light"] as const;
const wanted = process.argv.slice(2);
const chosen = pages.filter(({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)));

execFileSync("npm", ["run", "build"], { stdio: "inherit" });
mkdirSync("shots", { recursive: true });
const site = await startSite({ DEMO: "true" });
const browser = await chromium.launch(config.use?.launchOptions);
try {
  for (const page of chosen) await drawAll(browser, page);
  if (chosen.some(({ name }) => name === "discovery")) await drawReadme(browser);
} finally {
  await browser.close();
  await site.stop();
}

async function drawAll(browser: Browser, page: Page) {
  for (const [size, width] of widths) {
    for (const scheme of schemes) {
      const picture = await draw(browser, page, { width, scheme });
      writeFileSync(`shots/${page.name}-${size}-${scheme}.png`, picture);
    }
  }
  console.log(`${page.name}: ${page.path}`);
}

type Look = { width: number; scheme: (typeof schemes)[number] };

async function draw(browser: Browser, { path, as }: Page, { width, scheme }: Look) {
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    colorScheme: scheme,
    reducedMotion: "reduce",
  });
  if (as) await signIn(context, site.url, as);
  const page = await context.newPage();
  await page.goto(site.url + path);
  await page.evaluate(allPictures);
  const picture = await page.screenshot({ fullPage: true, animations: "disabled" });
  await context.close();
  return picture;
}

/** Those further down as well, which else come when they are looked at; in the page. */
async function allPictures() {
  for (const picture of document.images) picture.loading = "eager";
  await Promise.all([...document.images].map((picture) => picture.decode().catch(() => undefined)));
}

async function drawReadme(browser: Browser) {
  const front = await draw(
    browser,
    pages.find(({ name }) => name === "discovery")!,
    { width: 1280, scheme: "dark" },
  );
  await sharp(front)
    .resize({ width: 1000 })
    .png({ palette: true, quality: 90, effort: 10 })
    .toFile("docs/screenshot.png");
}
