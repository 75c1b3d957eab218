import { expect } from "playwright/test";
import type { Page } from "playwright/test";
import { HOSTS, KEYS, ledTo, startCodeHost } from "../../fixtures/code-host";
import type { CodeHost } from "../../fixtures/code-host";
import { newMember } from "../people";
import { startSite } from "../server";
import type { RunningSite } from "../server";
import { test } from "../sites";
import { journey } from "../ways";
import { accountText } from "~/ui/parts/account-words";

test.describe.configure({ mode: "default" });

async function withHost(login: string, walk: (site: RunningSite, host: CodeHost) => Promise<void>) {
  const host = await startCodeHost({ id: 4711, login, email: `${login}@example.invalid` });
  const site = await startSite({ ...KEYS, NODE_OPTIONS: ledTo(host) });
  try {
    await walk(site, host);
  } finally {
    await site.stop();
    host.stop();
  }
}

/** The browser finds the host where GitHub would be. */
function lead(page: Page, { url }: CodeHost) {
  return page.route(`${HOSTS[0]}/**`, (route) => {
    const { pathname, search } = new URL(route.request().url());
    return route.fulfill({ status: 302, headers: { location: url + pathname + search } });
  });
}

journey("a new user signs in through another site, twice; an unsolicited callback is rejected", (title) =>
  test(title, async ({ browser }) => {
    await withHost("octo", async (site, host) => {
      const page = await browser.newPage();
      await lead(page, host);
      await page.goto(`${site.url}/sign-in?to=/wallet`);
      await page.getByRole("link", { name: accountText.continueWith("GitHub") }).click();
      await expect(page.getByText(accountText.identityConfirmed("GitHub"))).toBeVisible();
      await page.getByRole("button", { name: "Continue" }).click();
      await expect(page.getByRole("heading", { name: "Wallet" })).toBeVisible();
      expect((await page.goto(`${site.url}/people/octo`))!.status()).toBe(200);
      await page.context().clearCookies();
      await page.goto(`${site.url}/sign-in`);
      await page.getByRole("link", { name: accountText.continueWith("GitHub") }).click();
      await page.getByRole("button", { name: "Continue" }).click();
      await expect(page).toHaveURL(/\/crucibles$/);
      await page.goto(`${site.url}/settings/security`);
      await expect(page.getByText("octo@example.invalid")).toBeVisible();

      const stranger = await browser.newPage();
      await stranger.goto(`${site.url}/sign-in/github/callback?code=stolen&state=guessed`);
      await stranger.getByRole("button", { name: "Continue" }).click();
      await expect(stranger.getByText(accountText.signInFailed)).toBeVisible();
      await stranger.goto(`${site.url}/sign-in/github/callback?error=access_denied`);
      await expect(stranger.getByText(accountText.notSignedInBy("GitHub"))).toBeVisible();
    });
  }),
);

test("an existing user adds another site and signs in through it", async ({ browser }) => {
  await withHost("octo", async (site, host) => {
    const { page, username } = await newMember(browser, site, { javaScriptEnabled: false });
    await lead(page, host);
    await page.goto(`${site.url}/settings/security`);
    await page.getByRole("link", { name: accountText.continueWith("GitHub") }).click();
    await page.getByRole("button", { name: "Continue" }).click();
    await expect(page.getByText(accountText.signInAdded("GitHub"))).toBeVisible();
    await page.context().clearCookies();
    await page.goto(`${site.url}/sign-in?to=/people/${username}`);
    await page.getByRole("link", { name: accountText.continueWith("GitHub") }).click();
    await page.getByRole("button", { name: "Continue" }).click();
    await expect(page.getByRole("link", { name: "Settings", exact: true }).first()).toBeAttached();
  });
});
