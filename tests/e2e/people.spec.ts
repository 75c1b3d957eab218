import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect } from "playwright/test";
import type { Page } from "playwright/test";
import { newcomer, secondDevice } from "./people";
import { behindTheScenes } from "./scenes";
import type { RunningSite } from "./server";
import { test } from "./sites";
import { journey, mainJourney } from "./ways";

let site: RunningSite;

test.beforeAll(async ({ demo }) => {
  site = demo;
});

async function joinAs(page: Page, name: string) {
  await page.goto(`${site.url}/sign-up`);
  await page.getByLabel("Username").fill(name);
  await page.getByLabel("E-mail").fill(`${name}@example.invalid`);
  await page.getByLabel("Password").fill("a long password");
  await page.getByRole("button", { name: "Create your account" }).click();
  await expect(page.getByText(`Welcome, ${name}. You have`)).toBeVisible();
}

/** The link of the last letter to somebody, which a trial without mail writes into its log. */
async function letterTo(name: string, path: string) {
  const link = new RegExp(`"email":"${name}@example.invalid","link":"([^"]*${path}[^"]*)"`, "g");
  await expect.poll(() => [...site.said().matchAll(link)].length).toBeGreaterThan(0);
  return [...site.said().matchAll(link)].at(-1)![1]!;
}

mainJourney("somebody joins, verifies their address, forgets their password and gets back in", (title) =>
  test(title, async ({ browser }) => {
    const [page, name] = [await browser.newPage(), `joiner-${randomUUID().slice(0, 8)}`];
    await joinAs(page, name);
    await page.goto(await letterTo(name, "/verify-email"));
    await page.getByRole("button", { name: "Yes, it is mine" }).click();
    await expect(page.getByText("Your address is verified.")).toBeVisible();
    await page.goto(`${site.url}/forgot-password`);
    await page.getByLabel("The e-mail address of your account").fill(`${name}@example.invalid`);
    await page.getByRole("button", { name: "Send me a link" }).click();
    await expect(page.getByText("If this address has an account")).toBeVisible();
    const link = await letterTo(name, "/reset-password");
    await page.goto(link);
    await page.getByLabel("New password").fill("short");
    await page.getByRole("button", { name: "Set the password" }).click();
    await expect(page.getByText("A password has at least 8 characters.")).toBeVisible();
    await page.getByLabel("New password").fill("another password");
    await page.getByRole("button", { name: "Set the password" }).click();
    await page.getByLabel("Username or e-mail").fill(name);
    await page.getByLabel("Password").fill("a long password");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByText("No account has this name and password together.")).toBeVisible();
    await expect(page.getByLabel("Username or e-mail")).toHaveValue(name);
    await page.getByLabel("Password").fill("another password");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByText("Your menu")).toBeAttached();
    await page.goto(link);
    await page.getByLabel("New password").fill("a third password");
    await page.getByRole("button", { name: "Set the password" }).click();
    await expect(page.getByText("This link was used already")).toBeVisible();
  }),
);

journey("levels above PG-13 need an adult, and colours stay chosen", (title) =>
  test(title, async ({ browser }) => {
    const { page } = await newcomer(browser, site);
    await page.goto(`${site.url}/settings`);
    await page.getByRole("checkbox", { name: /^R Adult/ }).check({ force: true });
    await page.getByRole("button", { name: "Save levels" }).click();
    await expect(page.getByText("Confirm that you are an adult")).toBeVisible();
    await expect(page.getByRole("checkbox", { name: /^R Adult/ })).toBeChecked();
    await page.getByRole("checkbox", { name: "I am an adult where I live" }).check({ force: true });
    await page.getByRole("button", { name: "Save levels" }).click();
    await expect(page.getByText("You see these levels from now on.")).toBeVisible();
    await expect(page.getByRole("checkbox", { name: /^R Adult/ })).toBeChecked();
    await page.getByRole("radio", { name: "Light" }).check({ force: true });
    await page.getByRole("button", { name: "Save colours" }).click();
    await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
    await expect(page.getByRole("radio", { name: "Light" })).toBeChecked();
  }),
);

mainJourney("people say something, mend it, react to it and take it back", (title) =>
  test(title, async ({ browser }) => {
    const [{ page: writer, username }, { page: reader }] = [
      await newcomer(browser, site),
      await newcomer(browser, site),
    ];
    const link = `https://example.org/${username}`;
    await writer.goto(`${site.url}/media/3/comments`);
    await writer.getByRole("button", { name: "Say it" }).click();
    await expect(writer.getByText("Write something.")).toBeVisible();
    await writer.getByLabel("Your comment").fill(`Seen at ${link}, <b>truly</b>`);
    await writer.getByRole("button", { name: "Say it" }).click();
    const said = (page: Page) => page.getByRole("article").filter({ hasText: link });
    await expect(said(writer).getByRole("link", { name: link })).toHaveAttribute("rel", /nofollow/);
    await said(writer).getByRole("link", { name: "Edit" }).click();
    await writer.getByLabel("Your comment").fill(`Seen at ${link}, twice`);
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
    await expect(writer.getByText("Your comment is deleted.")).toBeVisible();
    await expect(said(writer)).toHaveCount(0);
  }),
);

journey("a crucible is talked about under its own tab", (title) =>
  test(title, async ({ browser }) => {
    const { page, username } = await newcomer(browser, site);
    await page.goto(`${site.url}/crucibles/3`);
    await page.getByRole("link", { name: /^Discussion/ }).click();
    await page.getByLabel("Your comment").fill(`The dark ones win, says ${username}`);
    await page.getByRole("button", { name: "Say it" }).click();
    await expect(page.getByRole("article").filter({ hasText: `says ${username}` })).toBeVisible();
  }),
);

mainJourney("notifications are marked as read one by one and all at once", (title) =>
  test(title, async ({ browser }) => {
    const { page, username } = await newcomer(browser, site);
    behindTheScenes(site, (database) => {
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

journey("somebody takes their data along and deletes their account", (title) =>
  test(title, async ({ browser }) => {
    const { page, username: name } = await newcomer(browser, site);
    await page.goto(`${site.url}/settings/data`);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Download everything" }).click(),
    ]);
    const zip = readFileSync(await download.path());
    expect(zip.toString("latin1")).toContain(`"username": "${name}"`);
    await page.getByRole("link", { name: "Delete your account …" }).click();
    await page.getByLabel("Your password").fill("not the password");
    await page.getByRole("button", { name: "Delete my account" }).click();
    await expect(page.getByText("Tick this to delete your account.")).toBeVisible();
    await page.getByLabel("Your password").fill("a-long-password");
    await page.getByRole("checkbox", { name: /for good/ }).check({ force: true });
    await page.getByRole("button", { name: "Delete my account" }).click();
    await expect(page.getByText("Your account is deleted.")).toBeVisible();
    expect((await page.goto(`${site.url}/people/${name}`))!.status()).toBe(404);
  }),
);

journey("a session elsewhere is ended from the settings", (title) =>
  test(title, async ({ browser }) => {
    const { page: here, username } = await newcomer(browser, site);
    const there = await secondDevice(browser, site, username);
    await here.goto(`${site.url}/settings/security`);
    await expect(here.getByText("This browser")).toHaveCount(1);
    await here
      .getByRole("button", { name: /^Sign out of/ })
      .first()
      .click();
    await expect(here.getByText("Signed out there.")).toBeVisible();
    await there.goto(`${site.url}/wallet`);
    await expect(there).toHaveURL(/\/sign-in/);
  }),
);

journey("the leaderboard leads to people, and their profile shows no running entry to others", (title) =>
  test(title, async ({ browser }) => {
    const page = await browser.newPage();
    await page.goto(`${site.url}/leaderboard`);
    await page.getByRole("row").nth(1).getByRole("link").click();
    await expect(page).toHaveURL(/\/people\//);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByText("Still running")).toHaveCount(0);
  }),
);

test("buttons to sign in elsewhere are there only where that is set up", async ({ page }) => {
  await page.goto(`${site.url}/sign-in`);
  await expect(page.getByText("Continue with")).toHaveCount(0);
  expect((await page.goto(`${site.url}/sign-in/github`))!.status()).toBe(404);
});

journey("guests choose their colours at the foot of any page, and stay where they are", (title) =>
  test(title, async ({ browser }) => {
    const page = await browser.newPage();
    await page.goto(`${site.url}/leaderboard`);
    await page.getByRole("button", { name: "Dark" }).click();
    await expect(page).toHaveURL(/\/leaderboard$/);
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    await page.getByRole("button", { name: "As the system" }).click();
    await expect(page.locator("html")).not.toHaveAttribute("data-theme", /./);
  }),
);
