import { readFileSync } from "node:fs";
import { expect } from "playwright/test";
import { signIn } from "../../pages";
import { newMember } from "../people";
import type { RunningSite } from "../server";
import { test } from "../sites";
import { journey, mainJourney } from "../ways";
import { walletText } from "~/ui/parts/wallet-words";
import { wizardText } from "~/ui/crucible/wizard/wizard-words";
import { accountText } from "~/ui/parts/account-words";
import { datesReversed } from "~/domain/wallet/schema";

let site: RunningSite;

test.beforeAll(async ({ demo }) => {
  site = demo;
});

mainJourney("the daily Buzz can be claimed once a day", (title) =>
  test(title, async ({ browser }) => {
    const { page } = await newMember(browser, site);
    const other = await page.context().newPage();
    for (const one of [page, other]) await one.goto(`${site.url}/wallet`);
    await page.getByRole("button", { name: walletText.claim(100) }).click();
    await expect(page.getByText(walletText.added(100))).toBeVisible();
    await expect(page.getByRole("row").nth(1)).toContainText("Daily claim");
    await expect(page.getByRole("button", { name: /Claim/ })).toHaveCount(0);
    await other.getByRole("button", { name: /Claim/ }).click();
    await expect(other.getByText(walletText.claimedAlready)).toBeVisible();
    await other.getByRole("link", { name: walletText.backToWallet }).click();
    await expect(other.getByRole("row", { name: /Daily claim/ })).toHaveCount(1);
  }),
);

journey("transactions can be filtered by URL, link to their crucibles, and export as CSV", (title) =>
  test(title, async ({ browser }) => {
    const context = await browser.newContext();
    await signIn(context, site.url, "umber");
    const page = await context.newPage();
    await page.goto(`${site.url}/wallet`);
    const all = await page.getByRole("row").count();
    await page.getByLabel("Kind").selectOption(wizardText.entryFee);
    await page.getByRole("button", { name: "Filter" }).click();
    await expect(page).toHaveURL(/kind=entry-fee/);
    const fees = page.getByRole("row", { name: /Entry fee/ });
    expect(await fees.count()).toBeGreaterThan(0);
    expect(await page.getByRole("row").count()).toBeLessThan(all);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: walletText.downloadCsv }).click(),
    ]);
    const lines = readFileSync(await download.path(), "utf8")
      .trim()
      .split("\r\n");
    expect(lines[0]).toBe("number,time,what,buzz,balance,about,reason");
    expect(lines.length - 1).toBe(await fees.count());
    expect(lines.slice(1).every((line) => line.includes(",Entry fee,-"))).toBe(true);
    await fees.first().getByRole("link").click();
    await expect(page).toHaveURL(/\/crucibles\/\d+/);
    await context.close();
  }),
);

test("an invalid filter is reported next to its field and keeps its input", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  await signIn(context, site.url, "umber");
  const page = await context.newPage();
  const answer = await page.goto(`${site.url}/wallet?from=2026-05-02&to=2026-05-01`);
  expect(answer!.status()).toBe(400);
  await expect(page.getByText(datesReversed)).toBeVisible();
  await expect(page.getByLabel("To")).toHaveValue("2026-05-01");
  await page.goto(`${site.url}/wallet?kind=prize&from=2020-01-01&to=2020-01-02`);
  await expect(page.getByRole("heading", { name: walletText.noneMatch })).toBeVisible();
  await context.close();
});

test("a wallet is private: guests are asked to sign in, and come back", async ({ page }) => {
  await page.goto(`${site.url}/wallet`);
  await expect(page).toHaveURL(/\/sign-in\?to=%2Fwallet/);
  await page.getByLabel(accountText.usernameOrEmail).fill("sienna");
  await page.getByLabel("Password").fill("crucible-demo");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: "Wallet" })).toBeVisible();
});
