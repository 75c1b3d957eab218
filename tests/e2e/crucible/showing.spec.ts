import { expect } from "playwright/test";
import { newMember, send } from "../people";
import type { RunningSite } from "../server";
import { test } from "../sites";
import { journey, mainJourney } from "../ways";
import { accountText } from "~/ui/parts/account-words";
import { peopleText } from "~/ui/parts/people-words";

let site: RunningSite;

test.beforeAll(({ demo }) => {
  site = demo;
});

test("crucibles and placed entries have a share card, running entries don't", async ({ page }) => {
  await page.goto(`${site.url}/crucibles/1`);
  const card = await page.locator("meta[property='og:image']").getAttribute("content");
  await page.goto(`${site.url}/crucibles/1/leaderboard`);
  await page.getByRole("table").getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 2, name: /^1st of \d+$/ })).toBeVisible();
  const entry = /\/entries\/(\d+)$/.exec(page.url())![1]!;
  await expect(page.getByLabel("Link", { exact: true })).toHaveValue(page.url());
  for (const address of [card!, `${site.url}/entries/${entry}/card.png`]) {
    const answer = await page.request.get(address);
    expect(answer.status(), address).toBe(200);
    const bytes = await answer.body();
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], address).toEqual([1200, 630]);
  }
  await page.goto(`${site.url}/crucibles/3`);
  await page.getByRole("button", { name: "Share" }).click();
  await expect(page.getByLabel("Link", { exact: true })).toHaveValue(page.url());
  for (const gone of ["/entries/9999", "/entries/9999/card.png", "/crucibles/999/card.png"])
    expect((await page.request.get(site.url + gone)).status()).toBe(404);
});

mainJourney("a profile shows entries and created crucibles, each under its tab", (title) =>
  test(title, async ({ browser }) => {
    const page = await browser.newPage();
    await page.goto(`${site.url}/leaderboard`);
    const first = page.getByRole("row").nth(1).getByRole("link");
    const name = (await first.getAttribute("href"))!.replace("/people/", "");
    await first.click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
    await page.goto(`${site.url}/people/ochre`);
    await page
      .getByRole("navigation", { name: "ochre" })
      .getByRole("link", { name: peopleText.cruciblesCreated })
      .click();
    await expect(page).toHaveURL(/\/people\/ochre\/crucibles$/);
    await page.getByRole("table").getByRole("link", { name: "Light on dark ground" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Light on dark ground" })).toBeVisible();
    await page.goBack();
    await page
      .getByRole("navigation", { name: "ochre" })
      .getByRole("link", { name: /^Entries/ })
      .click();
    await expect(page).toHaveURL(/\/people\/ochre$/);
    await page.locator(".works a").first().click();
    await expect(page).toHaveURL(/\/(media|entries)\/\d+/);
  }),
);

journey("in Settings, an email address can be confirmed and keyboard shortcuts turned off", (title) =>
  test(title, async ({ browser }) => {
    const { page, username } = await newMember(browser, site);
    await page.goto(`${site.url}/settings/security`);
    await page.getByRole("button", { name: accountText.sendConfirmation }).click();
    await expect(page.getByText(accountText.emailSent(`${username}@example.invalid`))).toBeVisible();
    const letters = () => [
      ...site
        .said()
        .matchAll(new RegExp(`"email":"${username}@example.invalid","link":"([^"]*/verify-email[^"]*)"`, "g")),
    ];
    await expect.poll(() => letters().length).toBe(2);
    await page.goto(letters().at(-1)![1]!);
    await page.getByRole("button", { name: accountText.confirmEmail }).click();
    await expect(page.getByText(accountText.emailConfirmed)).toBeVisible();
    await page.goto(`${site.url}/settings/security`);
    await expect(page.getByText(accountText.confirmed, { exact: true })).toBeVisible();
    expect((await send(page, site, "/settings/emails", {})).status()).toBe(422);
    await page.goto(`${site.url}/settings`);
    await page.getByRole("checkbox", { name: accountText.useShortcuts }).uncheck({ force: true });
    await page.getByRole("button", { name: accountText.saveShortcuts }).click();
    await expect(page.getByText(accountText.shortcutsOff)).toBeVisible();
    await expect(page.getByRole("checkbox", { name: accountText.useShortcuts })).not.toBeChecked();
  }),
);
