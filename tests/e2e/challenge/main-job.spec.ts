import { expect } from "playwright/test";
import type { Browser, Page } from "playwright/test";
import { openRouterServer } from "../../openrouter";
import { photos } from "../../photos";
import { fillLibrary, newMember } from "../people";
import { startSite } from "../server";
import type { RunningSite } from "../server";
import { test } from "../sites";
import { mainJourney } from "../ways";
import { challengeText } from "~/ui/challenge/challenge-words";

const GRANT = { SIGN_UP_GRANT: "5000" };

mainJourney("a challenge is opened, entered, judged by a model, and paid", (title) =>
  test(title, async ({ browser, javaScriptEnabled, viewport }) => {
    const server = await openRouterServer();
    const judge = { JUDGE_URL: server.url, JUDGE_KEY: "a-key-of-tests", JUDGE_MODELS: "test/eyes" };
    const site = await startSite({ ...GRANT, ...judge });
    try {
      const [opener, ...makers] = await members(browser, site, { javaScriptEnabled, viewport });
      const address = await openOne(opener!, site);
      for (const maker of makers) await enter(maker, address);
      await expectReview(makers[0]!, address);
      site.moveClock(4.1);
      await expectPaid(makers, site, address);
      expect(server.asked.every(({ authorization }) => authorization === "Bearer a-key-of-tests")).toBe(true);
    } finally {
      await site.stop();
      await server.close();
    }
  }),
);

mainJourney("with no model a challenge is judged by whoever opened it", (title) =>
  test(title, async ({ browser, javaScriptEnabled, viewport }) => {
    const site = await startSite(GRANT);
    try {
      const [opener, ...makers] = await members(browser, site, { javaScriptEnabled, viewport });
      const address = await openOne(opener!, site);
      for (const maker of makers) await enter(maker, address);
      await scoreAll(opener!, address, makers.length);
      site.moveClock(4.1);
      await expectPaid(makers, site, address);
    } finally {
      await site.stop();
    }
  }),
);

type Way = { javaScriptEnabled?: boolean; viewport?: { width: number; height: number } | null };

/** Three people, each with a picture in their library; whoever joins first is the admin, and not one of them. */
async function members(browser: Browser, site: RunningSite, way: Way) {
  await newMember(browser, site);
  const pages: Page[] = [];
  for (const picture of await photos(3)) {
    const { page } = await newMember(browser, site, way);
    await fillLibrary(page, site, [picture]);
    pages.push(page);
  }
  return pages;
}

async function openOne(page: Page, site: RunningSite) {
  await page.goto(`${site.url}/challenges/new`);
  await page.getByRole("button", { name: "Suggest three themes" }).click();
  await page.getByRole("button", { name: "Use it" }).first().click();
  await expect(page.getByRole("textbox", { name: "Title" })).not.toHaveValue("");
  await page.getByRole("textbox", { name: "Title" }).fill("Heavy weather");
  await page.getByRole("textbox", { name: "Theme", exact: true }).fill("Heavy weather");
  await page.locator(".choice input").first().check({ force: true });
  await next(page, "Entries");
  await page.getByLabel("4 hours").check({ force: true });
  await next(page, "Judging");
  await next(page, "Prizes");
  await page.getByLabel("Reviews", { exact: true }).fill("10");
  await next(page, "Review");
  await page.getByRole("button", { name: /^Open it/ }).click();
  await expect(page.getByText(challengeText.opened)).toBeVisible();
  return page.url();
}

function next(page: Page, name: string) {
  return page.locator(".formbar").getByRole("button", { name }).click();
}

async function enter(page: Page, address: string) {
  await page.goto(address);
  await page.getByRole("link", { name: new RegExp(`^${challengeText.submitEntries}`) }).click();
  await page.getByRole("checkbox").first().check({ force: true });
  await page.getByRole("button", { name: /^Submit/ }).click();
  await expect(page.getByText(challengeText.submitted(1, 1))).toBeVisible();
}

/** One's own score is there to see before the end. */
async function expectReview(page: Page, address: string) {
  await expect(async () => {
    await page.goto(`${base(address)}/mine`);
    await expect(page.locator(".own-entries .total")).toBeVisible({ timeout: 500 });
  }).toPass();
}

async function scoreAll(page: Page, address: string, entries: number) {
  await page.goto(`${base(address)}/reviews`);
  for (let left = entries; left > 0; left -= 1) {
    await expect(page.getByText(`${left} ${left === 1 ? "entry" : "entries"} left`)).toBeVisible();
    for (const group of await page.locator("main fieldset").all())
      await group.getByLabel(String(4 + left)).check({ force: true });
    await page.getByLabel("In words").fill("Looked at closely.");
    await page.getByRole("button", { name: "Save and next" }).click();
    await expect(page.getByText(challengeText.reviewed)).toBeVisible();
  }
  await expect(page.getByRole("heading", { name: "Nothing left to score" })).toBeVisible();
}

/** The first of two gets 500, the second 300, and the third place goes back unfilled. */
async function expectPaid(makers: Page[], site: RunningSite, address: string) {
  await expect(async () => {
    await makers[0]!.goto(`${base(address)}/results`);
    await expect(makers[0]!.getByText("What was paid")).toBeVisible({ timeout: 500 });
  }).toPass();
  const prizes = [];
  for (const page of makers) {
    await page.goto(`${site.url}/wallet?kind=prize`);
    const words = await page.getByRole("row", { name: /Prize/ }).innerText();
    prizes.push(Number(/\+(\d+)/.exec(words)![1]));
  }
  expect(prizes.sort((a, b) => b - a)).toEqual([500, 300]);
}

function base(address: string) {
  return /^.*\/challenges\/\d+/.exec(address)![0];
}
