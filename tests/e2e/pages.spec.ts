import { expect } from "playwright/test";
import type { BrowserContext, Page } from "playwright/test";
import { pages, signIn } from "../pages";
import type { Page as Listed } from "../pages";
import { faults } from "./axe";
import { test } from "./sites";
import { comesAlive, widths } from "./ways";

const A_TEST = 6;
const ROWS = 6;

for (const some of inSomes()) {
  const names = some.map(({ name }) => name).join(", ");

  test(`nothing is wrong with ${names}: in both colours, at every width, without scripts`, async ({
    browser,
    demo,
  }) => {
    const context = await browser.newContext({ colorScheme: "dark", reducedMotion: "reduce" });
    if (some[0]!.as) await signIn(context, demo.url, some[0]!.as);
    for (const listed of some) {
      await test.step(listed.name, async () => {
        await lookAt(context, demo.url, listed);
        await lookWithoutScripts(context, demo.url, listed);
      });
    }
    await context.close();
  });
}

/** A few pages of one person at a time. */
function inSomes() {
  const people = [...new Set(pages.map(({ as }) => as))];
  return people.flatMap((person) => {
    const theirs = pages.filter(({ as }) => as === person);
    return Array.from({ length: Math.ceil(theirs.length / A_TEST) }, (_, i) =>
      theirs.slice(i * A_TEST, (i + 1) * A_TEST),
    );
  });
}

async function lookAt(context: BrowserContext, site: string, listed: Listed) {
  const page = await context.newPage();
  const trouble = troubleOf(page, site + listed.path);
  const answer = await page.goto(site + listed.path);
  expect.soft(answer!.status(), listed.name).toBe(listed.status ?? 200);
  await comesAlive(page);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    await isInOrder(page, `${listed.name}, ${width} px wide`);
  }
  await shortenLists(page);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme: "dark" });
    expect.soft(await faults(page), `${listed.name}, dark, ${width} px wide`).toEqual([]);
    await page.emulateMedia({ colorScheme: "light" });
    expect.soft(await faults(page, { colours: true }), `${listed.name}, light, ${width} px wide`).toEqual([]);
  }
  expect.soft(trouble, listed.name).toEqual([]);
  await page.close();
}

/** What is like the rows above it costs axe seconds, and tells nothing new. */
function shortenLists(page: Page) {
  return page.evaluate((rows) => {
    for (const list of document.querySelectorAll("tbody, ul, ol"))
      [...list.children].slice(rows).forEach((row) => row.remove());
  }, ROWS);
}

/** The page as it comes from the server. axe itself needs scripts: they are let in when the page's own have missed their turn. */
async function lookWithoutScripts(context: BrowserContext, site: string, { name, path }: Listed) {
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Emulation.setScriptExecutionDisabled", { value: true });
  await page.goto(site + path);
  await devtools.send("Emulation.setScriptExecutionDisabled", { value: false });
  await isInOrder(page, `${name}, without scripts`);
  await shortenLists(page);
  expect.soft(await faults(page), `${name}, without scripts`).toEqual([]);
  await page.close();
}

/** What the console complains of from now on, and what does not arrive, but for the page itself. */
function troubleOf(page: Page, address: string) {
  const trouble: string[] = [];
  page.on("console", (message) => {
    const itself = message.location().url === address && message.text().startsWith("Failed to load resource");
    if (message.type() === "error" && !itself) trouble.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => trouble.push(`thrown: ${error.message}`));
  page.on("response", (answer) => {
    if (answer.status() >= 400 && answer.url() !== address) trouble.push(`${answer.status()}: ${answer.url()}`);
  });
  return trouble;
}

async function isInOrder(page: Page, name: string) {
  const [wide, seen, headings] = await page.evaluate(
    () => [document.documentElement.scrollWidth, window.innerWidth, document.querySelectorAll("h1").length] as const,
  );
  expect.soft(wide, `${name}: nothing scrolls sideways`).toBeLessThanOrEqual(seen);
  expect.soft(headings, `${name}: one heading stands above all`).toBe(1);
}
