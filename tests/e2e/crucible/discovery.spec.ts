import Database from "better-sqlite3";
import { expect } from "playwright/test";
import type { Page } from "playwright/test";
import { signIn } from "../../pages";
import type { RunningSite } from "../server";
import { test } from "../sites";
import { waitForHydration, journey, mainJourney } from "../ways";
import { discoveryText } from "~/ui/crucible/discovery/discovery-words";
import { endingSoon, resultsAreIn } from "~/ui/crucible/state";

let site: RunningSite;

test.beforeAll(async ({ demo }) => {
  site = demo;
});

function titles(page: Page) {
  return page.locator(".cards h3");
}

/** So many more crucibles that are yet to open, with no more to them than a list needs. */
function addUpcoming(count: number) {
  const db = new Database(`${site.folder}/crucible.db`, { timeout: 5000 });
  const columns = db.prepare("SELECT name FROM pragma_table_info('crucibles')").pluck().all() as string[];
  const copied = columns.filter((name) => !["id", "request_key", "name", "escrow_id"].includes(name)).join(", ");
  const copy = db.prepare(
    `INSERT INTO crucibles (request_key, name, ${copied}) SELECT ?, ?, ${copied} FROM crucibles WHERE id = 4`,
  );
  for (let i = 1; i <= count; i += 1) copy.run(`copy-${i}`, `Later ${String(i).padStart(3, "0")}`);
  db.close();
}

mainJourney("guests see what the site is and what's running, and can search", (title) =>
  test(title, async ({ page }) => {
    await page.goto(site.url);
    await expect(page).toHaveURL(/\/crucibles$/);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(discoveryText.headline);
    await expect(page.getByText(/^Which one fits/)).toBeVisible();
    await expect(page.getByRole("article").getByRole("heading")).toHaveText("Light on dark ground");

    await page.getByLabel(discoveryText.searchBy).fill("color mood");
    await page.getByRole("button", { name: "Apply" }).click();
    await expect(page).toHaveURL(/q=color\+mood/);
    await expect(titles(page)).toHaveText(["One color, many moods"]);

    await page.getByLabel(discoveryText.searchBy).fill('zeppelin " OR *');
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: discoveryText.nothingMatches })).toBeVisible();
    await expect(page.getByLabel(discoveryText.searchBy)).toHaveValue('zeppelin " OR *');
    await page.getByRole("link", { name: discoveryText.showRunning }).click();
    await expect(page.getByRole("article")).toBeVisible();
  }),
);

journey("tabs, status and sort are in the URL and match the list", (title) =>
  test(title, async ({ page }) => {
    await page.goto(`${site.url}/crucibles`);
    await page.getByRole("link", { name: endingSoon }).click();
    await expect(page.getByRole("link", { name: endingSoon })).toHaveAttribute("aria-current", "page");
    await expect(titles(page).first()).toHaveText("One color, many moods");

    await page.getByLabel("Status").selectOption("Completed");
    await page.getByRole("button", { name: "Apply" }).click();
    await expect(page).toHaveURL(/status=completed/);
    await page.getByLabel(discoveryText.sortBy).selectOption("Name");
    await page.getByRole("button", { name: "Apply" }).click();
    await expect(page).toHaveURL(/sort=name/);
    await expect(titles(page)).toHaveText(["Quiet places"]);
    await expect(page.locator(".card")).toContainText(resultsAreIn);
    await expect(page.getByLabel("Status")).toHaveValue("completed");
    await expect(page.getByLabel(discoveryText.sortBy)).toHaveValue("name");
  }),
);

journey("own crucibles are at the top, with available actions", (title) =>
  test(title, async ({ page, context }) => {
    await signIn(context, site.url, "cobalt");
    await page.goto(`${site.url}/crucibles`);
    await expect(page.getByRole("heading", { name: "Welcome back, cobalt" })).toBeVisible();
    const closed = page
      .getByRole("listitem")
      .filter({ has: page.getByRole("heading", { level: 4, name: "One color, many moods" }) });
    await expect(closed).toContainText(/#\d+ of 10/);
    await expect(closed.getByRole("link", { name: "Judge" })).toHaveAttribute("href", "/crucibles/2/judge");
    await expect(closed.getByRole("link", { name: "Submit" })).toHaveCount(0);
  }),
);

test("a choice in a filter applies immediately, and Back undoes it", async ({ page }) => {
  await page.goto(`${site.url}/crucibles`);
  await waitForHydration(page);
  await page.getByLabel("Status").selectOption("Completed");
  await expect(page.locator(".cards h3")).toHaveText(["Quiet places"]);
  await page.goBack();
  await expect(page.getByRole("article").getByRole("heading")).toHaveText("Light on dark ground");
  await expect(page.getByLabel("Status")).toHaveValue("active");
});

test("a long list continues by links without scripts and automatically with them; Back restores the position", async ({
  page,
  browser,
}) => {
  addUpcoming(70);
  const plain = await browser.newPage({ javaScriptEnabled: false });
  const seen: string[] = [];
  await plain.goto(`${site.url}/crucibles?status=upcoming&sort=name&q=later`);
  for (let pages = 0; pages < 5; pages += 1) {
    seen.push(...(await titles(plain).allTextContents()));
    const more = plain.getByRole("link", { name: discoveryText.loadMore });
    if ((await more.count()) === 0) break;
    await plain.goto(new URL((await more.getAttribute("href"))!, plain.url()).href);
  }
  expect(seen).toHaveLength(70);
  expect(new Set(seen).size).toBe(70);
  await plain.close();

  await page.goto(`${site.url}/crucibles?status=upcoming&sort=name&q=later`);
  await waitForHydration(page);
  await expect(page.locator(".card")).toHaveCount(24);
  for (const count of [48, 70]) {
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    await expect(page.locator(".card")).toHaveCount(count);
  }
  const card = page.getByRole("link", { name: "Later 060" });
  await card.scrollIntoViewIfNeeded();
  const place = await page.evaluate(() => window.scrollY);
  await card.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Later 060");
  await page.goBack();
  await expect(page.locator(".card")).toHaveCount(70);
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(place - 100);
});

test("the feed is well-formed, newest first, with nothing above PG-13", async ({ page }) => {
  await page.goto(`${site.url}/feeds`);
  const address = await page.getByRole("link", { name: "New crucibles" }).getAttribute("href");
  const answer = await page.request.get(site.url + address);
  expect(answer.headers()["content-type"]).toContain("application/atom+xml");
  const feed = await page.evaluate(
    (xml) => {
      const parsed = new DOMParser().parseFromString(xml, "application/xml");
      const titles = [...parsed.querySelectorAll("entry > title")].map(({ textContent }) => textContent);
      return { broken: parsed.querySelector("parsererror") !== null, titles };
    },
    await answer.text(),
  );
  expect(feed.broken).toBe(false);
  expect(feed.titles.length).toBeGreaterThan(5);
});
