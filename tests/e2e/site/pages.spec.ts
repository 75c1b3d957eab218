import { expect } from "playwright/test";
import type { BrowserContext, Page } from "playwright/test";
import { looksOf, visibleText } from "../../looks";
import type { Look } from "../../looks";
import { pages, signIn } from "../../pages";
import type { Page as Listed } from "../../pages";
import { faults } from "../axe";
import { test } from "../sites";
import { waitForHydration } from "../ways";

const A_TEST = 4;
const ROWS = 6;

for (const some of inSomes()) {
  const names = some.map(({ name }) => name).join(", ");

  test(`nothing is wrong with ${names}`, async ({ browser, demo }) => {
    const context = await browser.newContext({ reducedMotion: "reduce" });
    if (some[0]!.as) await signIn(context, demo.url, some[0]!.as);
    for (const listed of some) await test.step(listed.name, () => visitInEveryLook(context, demo.url, listed));
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

/** Scripts run at least once on every page, even one whose turn is without: hydrating is where most goes wrong. */
async function visitInEveryLook(context: BrowserContext, site: string, listed: Listed) {
  const looks = looksOf(listed.name);
  for (const scripts of [true, false]) {
    const chosen = looks.filter((look) => look.scripts === scripts);
    if (scripts || chosen.length > 0) await visit(context, site, listed, { scripts, looks: chosen });
  }
}

type Visit = { scripts: boolean; looks: Look[] };

async function visit(context: BrowserContext, site: string, listed: Listed, { scripts, looks }: Visit) {
  const page = await context.newPage();
  const trouble = failureOf(page, site + listed.path);
  if (looks[0]) await take(page, looks[0]);
  const answer = await (scripts ? page.goto(site + listed.path) : openWithoutScripts(page, site + listed.path));
  expect.soft(answer!.status(), listed.name).toBe(listed.status ?? 200);
  if (scripts) await waitForHydration(page);
  for (const look of looks) {
    await take(page, look);
    await isInOrder(page, `${listed.name}, ${visibleText(look)}`);
  }
  await lookForFaults(page, listed.name, looks);
  expect.soft(trouble, listed.name).toEqual([]);
  await page.close();
}

/** The page as it comes from the server. axe itself needs scripts: they are let in when the page's own have missed their turn. */
async function openWithoutScripts(page: Page, address: string) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Emulation.setScriptExecutionDisabled", { value: true });
  const answer = await page.goto(address);
  await devtools.send("Emulation.setScriptExecutionDisabled", { value: false });
  return answer;
}

async function take(page: Page, { width, scheme }: Look) {
  await page.setViewportSize({ width, height: 800 });
  await page.emulateMedia({ colorScheme: scheme });
}

/** All of axe's rules once for each width; the other scheme at the same width differs in colors alone. */
async function lookForFaults(page: Page, name: string, looks: Look[]) {
  await shortenLists(page);
  const seen = new Set<number>();
  for (const look of looks) {
    await take(page, look);
    expect.soft(await faults(page, { colors: seen.has(look.width) }), `${name}, ${visibleText(look)}`).toEqual([]);
    seen.add(look.width);
  }
}

/** What is like the rows above it costs axe seconds, and tells nothing new. */
function shortenLists(page: Page) {
  return page.evaluate((rows) => {
    for (const list of document.querySelectorAll("tbody, ul, ol"))
      [...list.children].slice(rows).forEach((row) => row.remove());
  }, ROWS);
}

/** What the console complains of from now on, and what does not arrive, but for the page itself. */
function failureOf(page: Page, address: string) {
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
