import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect } from "playwright/test";
import type { Page } from "playwright/test";
import { newMember, secondDevice } from "../people";
import { editDatabase } from "../scenes";
import type { RunningSite } from "../server";
import { test } from "../sites";
import { journey, mainJourney } from "../ways";
import { accountText } from "~/ui/parts/account-words";
import { discussionText } from "~/ui/parts/discussion-words";
import { peopleText } from "~/ui/parts/people-words";
import { passwordTooShort, emailLinkRefusals, levelRefusals, deletionUnconfirmed } from "~/domain/account/schema";
import { commentMissing } from "~/domain/comment/schema";
import { themeLabels } from "~/ui/site/theme-labels";

let site: RunningSite;

test.beforeAll(async ({ demo }) => {
  site = demo;
});

async function joinAs(page: Page, name: string) {
  await page.goto(`${site.url}/sign-up`);
  await page.getByLabel("Username").fill(name);
  await page.getByLabel("Email").fill(`${name}@example.invalid`);
  await page.getByLabel("Password").fill("a long password");
  await page.getByRole("button", { name: accountText.createAccount }).click();
  await expect(page.getByText(accountText.welcome(name, 1_000))).toBeVisible();
}

/** The link in the last email to somebody, which a trial without mail writes into its log. */
async function emailTo(name: string, path: string) {
  const link = new RegExp(`"email":"${name}@example.invalid","link":"([^"]*${path}[^"]*)"`, "g");
  await expect.poll(() => [...site.said().matchAll(link)].length).toBeGreaterThan(0);
  return [...site.said().matchAll(link)].at(-1)![1]!;
}

mainJourney("a new user signs up, confirms their email, and resets a forgotten password", (title) =>
  test(title, async ({ browser }) => {
    const [page, name] = [await browser.newPage(), `joiner-${randomUUID().slice(0, 8)}`];
    await joinAs(page, name);
    await page.goto(await emailTo(name, "/verify-email"));
    await page.getByRole("button", { name: accountText.confirmEmail }).click();
    await expect(page.getByText(accountText.emailConfirmed)).toBeVisible();
    await page.goto(`${site.url}/forgot-password`);
    await page.getByLabel(accountText.emailAddress).fill(`${name}@example.invalid`);
    await page.getByRole("button", { name: accountText.sendResetLink }).click();
    await expect(page.getByText(accountText.resetLinkSent)).toBeVisible();
    const link = await emailTo(name, "/reset-password");
    await page.goto(link);
    await page.getByLabel(accountText.newPassword).fill("short");
    await page.getByRole("button", { name: accountText.savePassword }).click();
    await expect(page.getByText(passwordTooShort)).toBeVisible();
    await page.getByLabel(accountText.newPassword).fill("another password");
    await page.getByRole("button", { name: accountText.savePassword }).click();
    await page.getByLabel(accountText.usernameOrEmail).fill(name);
    await page.getByLabel("Password").fill("a long password");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByText(accountText.incorrectSignIn)).toBeVisible();
    await expect(page.getByLabel(accountText.usernameOrEmail)).toHaveValue(name);
    await page.getByLabel("Password").fill("another password");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByText("Your menu")).toBeAttached();
    await page.goto(link);
    await page.getByLabel(accountText.newPassword).fill("a third password");
    await page.getByRole("button", { name: accountText.savePassword }).click();
    await expect(page.getByText(emailLinkRefusals["stale-link"])).toBeVisible();
  }),
);

journey("ratings above PG-13 need an adult, and the theme is remembered", (title) =>
  test(title, async ({ browser }) => {
    const { page } = await newMember(browser, site);
    await page.goto(`${site.url}/settings`);
    await page.getByRole("checkbox", { name: /^R Adult/ }).check({ force: true });
    await page.getByRole("button", { name: accountText.saveContentRatings }).click();
    await expect(page.getByText(levelRefusals["not-confirmed"])).toBeVisible();
    await expect(page.getByRole("checkbox", { name: /^R Adult/ })).toBeChecked();
    await page.getByRole("checkbox", { name: accountText.isAdult }).check({ force: true });
    await page.getByRole("button", { name: accountText.saveContentRatings }).click();
    await expect(page.getByText(accountText.contentRatingsSaved)).toBeVisible();
    await expect(page.getByRole("checkbox", { name: /^R Adult/ })).toBeChecked();
    await page.getByRole("radio", { name: themeLabels.light }).check({ force: true });
    await page.getByRole("button", { name: accountText.saveTheme }).click();
    await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
    await expect(page.getByRole("radio", { name: themeLabels.light })).toBeChecked();
  }),
);

mainJourney("people comment, edit, react and delete", (title) =>
  test(title, async ({ browser }) => {
    const [{ page: writer, username }, { page: reader }] = [
      await newMember(browser, site),
      await newMember(browser, site),
    ];
    const link = `https://example.org/${username}`;
    await writer.goto(`${site.url}/media/3/comments`);
    await writer.getByRole("button", { name: discussionText.postComment }).click();
    await expect(writer.getByText(commentMissing)).toBeVisible();
    await writer.getByLabel(discussionText.yourComment).fill(`Seen at ${link}, <b>truly</b>`);
    await writer.getByRole("button", { name: discussionText.postComment }).click();
    const said = (page: Page) => page.getByRole("article").filter({ hasText: link });
    await expect(said(writer).getByRole("link", { name: link })).toHaveAttribute("rel", /nofollow/);
    await said(writer).getByRole("link", { name: "Edit" }).click();
    await writer.getByLabel(discussionText.yourComment).fill(`Seen at ${link}, twice`);
    await writer.getByRole("button", { name: "Save" }).click();
    await expect(said(writer)).toContainText("edited");

    await reader.goto(`${site.url}/media/3/comments`);
    await said(reader)
      .getByRole("button", { name: /^heart/ })
      .click();
    await expect(said(reader).getByRole("button", { name: /^heart/, pressed: true })).toContainText("1");
    await said(reader)
      .getByRole("button", { name: /^heart/ })
      .click();
    await expect(said(reader).getByRole("button", { name: /^heart/, pressed: false })).not.toContainText("1");
    await expect(said(reader).getByRole("button", { name: "Delete" })).toHaveCount(0);
    await said(writer).getByRole("button", { name: "Delete" }).click();
    await expect(writer.getByText(discussionText.deleted)).toBeVisible();
    await expect(said(writer)).toHaveCount(0);
  }),
);

journey("a crucible has a discussion tab", (title) =>
  test(title, async ({ browser }) => {
    const { page, username } = await newMember(browser, site);
    await page.goto(`${site.url}/crucibles/3`);
    await page.getByRole("link", { name: /^Discussion/ }).click();
    await page.getByLabel(discussionText.yourComment).fill(`The dark ones win, says ${username}`);
    await page.getByRole("button", { name: discussionText.postComment }).click();
    await expect(page.getByRole("article").filter({ hasText: `says ${username}` })).toBeVisible();
  }),
);

mainJourney("notifications are marked as read one by one or all at once", (title) =>
  test(title, async ({ browser }) => {
    const { page, username } = await newMember(browser, site);
    editDatabase(site, (database) => {
      const add = database.prepare(
        "INSERT INTO notifications (user_id, kind, subject, data, times, created_at, updated_at) SELECT id, 'crucible-entry-submitted', ?, ?, 1, 0, 0 FROM users WHERE username = ?",
      );
      for (const id of [1, 2, 3]) add.run(`crucible:${id}`, JSON.stringify({ crucibleId: id }), username);
    });
    await page.goto(`${site.url}/notifications`);
    const marks = page.getByRole("button", { name: /^Mark as read/ });
    await expect(marks).toHaveCount(3);
    await marks.first().click();
    await expect(marks).toHaveCount(2);
    await page.getByRole("button", { name: "Mark 2 as read" }).click();
    await expect(marks).toHaveCount(0);
  }),
);

journey("a user downloads their data and deletes their account", (title) =>
  test(title, async ({ browser }) => {
    const { page, username: name } = await newMember(browser, site);
    await page.goto(`${site.url}/settings/data`);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: accountText.downloadEverything }).click(),
    ]);
    const zip = readFileSync(await download.path());
    expect(zip.toString("latin1")).toContain(`"username": "${name}"`);
    await page.getByRole("link", { name: accountText.deleteAccountLink }).click();
    await page.getByLabel(accountText.yourPassword).fill("not the password");
    await page.getByRole("button", { name: accountText.deleteAccount }).click();
    await expect(page.getByText(deletionUnconfirmed)).toBeVisible();
    await page.getByLabel(accountText.yourPassword).fill("a-long-password");
    await page.getByRole("checkbox", { name: /^Permanently delete/ }).check({ force: true });
    await page.getByRole("button", { name: accountText.deleteAccount }).click();
    await expect(page.getByText(accountText.accountDeleted)).toBeVisible();
    expect((await page.goto(`${site.url}/people/${name}`))!.status()).toBe(404);
  }),
);

journey("a session on another browser can be ended in Settings", (title) =>
  test(title, async ({ browser }) => {
    const { page: here, username } = await newMember(browser, site);
    const there = await secondDevice(browser, site, username);
    await here.goto(`${site.url}/settings/security`);
    await expect(here.getByText(accountText.thisBrowser)).toHaveCount(1);
    await here
      .getByRole("button", { name: /^Sign out of/ })
      .first()
      .click();
    await expect(here.getByText(accountText.signedOutThere)).toBeVisible();
    await there.goto(`${site.url}/wallet`);
    await expect(there).toHaveURL(/\/sign-in/);
  }),
);

journey("the leaderboard links to profiles, which hide running entries from others", (title) =>
  test(title, async ({ browser }) => {
    const page = await browser.newPage();
    await page.goto(`${site.url}/leaderboard`);
    await page.getByRole("row").nth(1).getByRole("link").click();
    await expect(page).toHaveURL(/\/people\//);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByText(peopleText.stillRunning)).toHaveCount(0);
  }),
);

test("sign-in buttons for other sites only appear when configured", async ({ page }) => {
  await page.goto(`${site.url}/sign-in`);
  await expect(page.getByText(accountText.continueWith(""))).toHaveCount(0);
  expect((await page.goto(`${site.url}/sign-in/github`))!.status()).toBe(404);
});

journey("guests can choose a theme in the footer and stay on the page", (title) =>
  test(title, async ({ browser }) => {
    const page = await browser.newPage();
    await page.goto(`${site.url}/leaderboard`);
    await page.getByRole("button", { name: themeLabels.dark }).click();
    await expect(page).toHaveURL(/\/leaderboard$/);
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    await page.getByRole("button", { name: themeLabels.system }).click();
    await expect(page.locator("html")).not.toHaveAttribute("data-theme", /./);
  }),
);
