import { expect } from "playwright/test";
import type { Page } from "playwright/test";
import { photos } from "../../photos";
import { faults } from "../axe";
import { fillLibrary, newMember, secondDevice, send } from "../people";
import type { RunningSite } from "../server";
import { test } from "../sites";
import { next, wizardOf } from "../wizard";
import { wizardText } from "~/ui/crucible/wizard/wizard-words";
import { accountText } from "~/ui/parts/account-words";
import { openDraftRefusals, openingRefusals } from "~/domain/crucible/crucible-messages";
import { formMessages } from "~/domain/crucible/opening/form-messages";

let site: RunningSite;
let wizard: ReturnType<typeof wizardOf>;
let pictures: string[];

test.describe.configure({ mode: "default" });

test.beforeAll(async ({ empty }) => {
  site = empty;
  wizard = wizardOf(site);
  pictures = await photos(2);
});

test("drafts are saved automatically, across devices and after signing in again", async ({ browser }) => {
  const { page, username } = await newMember(browser, site);
  await wizard.step(page, "basics");
  await page.getByLabel("Name").fill("Kept by itself");
  await expect(page.locator("aside .card")).toContainText("Kept by itself");
  await expect(page.getByText(/Draft saved at/)).toBeVisible();
  const phone = await secondDevice(browser, site, username, {
    javaScriptEnabled: false,
    viewport: { width: 390, height: 800 },
  });
  await wizard.step(phone, "basics");
  await expect(phone.getByLabel("Name")).toHaveValue("Kept by itself");
  await phone.getByLabel("Name").fill("Changed on the phone");
  await next(phone, wizardText.entryRules);
  await page.reload();
  await expect(page.getByLabel("Name")).toHaveValue("Changed on the phone");
  await send(page, site, "/sign-out", {});
  await page.getByLabel("Name").fill("Typed after the session ended");
  await next(page, wizardText.entryRules);
  await expect(page).toHaveURL(/\/sign-in\?to=/);
  await page.getByLabel(accountText.usernameOrEmail).fill(username);
  await page.getByLabel("Password").fill("a-long-password");
  await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/new\/basics/);
  await expect(page.getByLabel("Name")).toHaveValue("Changed on the phone");
});

test("nobody pays for a draft that changed since they reviewed it, or without enough Buzz", async ({ browser }) => {
  const { page, username } = await newMember(browser, site, { javaScriptEnabled: false });
  await fillLibrary(page, site, pictures);
  await wizard.fillBasics(page, "Two windows");
  await wizard.step(page, "review");
  const other = await secondDevice(browser, site, username, { javaScriptEnabled: false });
  await wizard.step(other, "entry");
  await other.getByRole("radio", { name: /3 days/ }).check();
  await next(other, "Prizes");
  await expect(other).toHaveURL(/\/prizes$/);
  await page.getByRole("button", { name: "Create · Free" }).click();
  await expect(page.getByRole("alert")).toContainText(openDraftRefusals.changed);
  await expect(page.locator(".balance")).toContainText("10,000");
  await expect(page.getByRole("button", { name: /^Create\s*1,000/ })).toBeVisible();
});

test("a scheduled start shows its time zone", async ({ browser }) => {
  const { page } = await newMember(browser, site, { timezoneId: "Asia/Tokyo" });
  await fillLibrary(page, site, pictures);
  await wizard.fillBasics(page, "Later");
  await expect(page.getByLabel(wizardText.timeZone)).toBeHidden();
  await page.getByRole("radio", { name: wizardText.scheduleLater }).check();
  await expect(page.getByLabel(wizardText.timeZone)).toHaveValue("Asia/Tokyo");
  await next(page, "Prizes");
  await expect(page.getByRole("alert")).toContainText(formMessages.noStart);
  await page.getByLabel(wizardText.startDate).fill("2020-01-01T18:00");
  await next(page, "Prizes");
  await expect(page.getByRole("alert")).toContainText(openingRefusals["start-in-the-past"]);
  const day = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel(wizardText.startDate).fill(`${day}T03:00`);
  await next(page, "Prizes");
  await expect(page).toHaveURL(/\/prizes$/);
  await wizard.step(page, "review");
  await expect(page.getByRole("region", { name: wizardText.entryRules })).toContainText("Asia/Tokyo");
  await page.getByRole("button", { name: "Create · Free" }).click();
  await expect(page.getByText("Upcoming").first()).toBeVisible();
});

test("the wizard works by keyboard alone, and no page has accessibility violations", async ({ browser }) => {
  const { page } = await newMember(browser, site, { colorScheme: "light", viewport: { width: 320, height: 700 } });
  await fillLibrary(page, site, pictures);
  await wizard.step(page, "basics");
  await page.getByLabel("Name").focus();
  await page.keyboard.type("By keyboard");
  await tabTo(page, "input[name=cover]");
  await page.keyboard.press("Space");
  await tabTo(page, ".formbar button");
  await page.keyboard.press("Enter");
  for (const url of [/\/entry$/, /\/prizes$/, /\/review$/]) {
    await expect(page).toHaveURL(url);
    expect(await faults(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await tabTo(page, ".formbar button");
    await page.keyboard.press("Enter");
  }
  await expect(page).toHaveURL(/\/by-keyboard$/);
});

async function tabTo(page: Page, selector: string) {
  for (let presses = 0; presses < 200; presses++) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
  }
  throw new Error(`No way to ${selector} by Tab.`);
}
