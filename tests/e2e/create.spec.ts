import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "playwright/test";
import type { Page } from "playwright/test";
import { photos } from "../photos";
import { fillLibrary, newcomer, secondDevice, send } from "./people";
import { startSite } from "./server";
import type { RunningSite } from "./server";

let site: RunningSite;
let pictures: string[];

test.describe.configure({ mode: "default", timeout: 60_000 });

test.beforeAll(async () => {
  site = await startSite({ SIGN_UP_GRANT: "10000" });
  pictures = await photos(2);
});

test.afterAll(() => site.stop());

function step(page: Page, name: string) {
  return page.goto(`${site.url}/crucibles/new/${name}`);
}

function next(page: Page, name: string) {
  return page.locator(".formbar").getByRole("button", { name }).click();
}

function costs(page: Page) {
  return page.getByRole("region", { name: "What it costs you" });
}

async function fillBasics(page: Page, name: string) {
  await step(page, "basics");
  await page.getByLabel("Name").fill(name);
  await page.locator(".choice input").first().check();
  await next(page, "Entry rules");
  await expect(page).toHaveURL(/\/new\/entry$/);
}

for (const javaScriptEnabled of [false, true]) {
  test.describe(javaScriptEnabled ? "with scripts" : "without scripts", () => {
    test("a free crucible in four steps, its cover sent from the first", async ({ browser }) => {
      const { page } = await newcomer(browser, site, { javaScriptEnabled });
      await step(page, "basics");
      await page.getByLabel("Name").fill("Corners");
      await page.getByLabel("Choose a file").setInputFiles(pictures[0]!);
      if (!javaScriptEnabled) await page.getByRole("button", { name: "Upload" }).click();
      await expect(page.locator(".choice input")).toBeChecked();
      await expect(page.getByLabel("Name")).toHaveValue("Corners");
      await next(page, "Entry rules");
      await next(page, "Prizes");
      await next(page, "Review");
      await expect(page.locator("aside .card")).toContainText("Corners");
      await expect(page.locator("aside .card img")).toBeVisible();
      await page.getByRole("button", { name: "Create · Free" }).click();
      await expect(page).toHaveURL(/\/crucibles\/\d+\/corners$/);
      await expect(page.getByText("Your crucible is created.")).toBeVisible();
      await expect(page.locator(".balance")).toContainText("10,000");
      await step(page, "basics");
      await expect(page.getByLabel("Name")).toHaveValue("");
    });

    test("every premium is named, summed up and charged exactly once", async ({ browser }) => {
      const { page } = await newcomer(browser, site, { javaScriptEnabled });
      await fillLibrary(page, site, pictures);
      await fillBasics(page, "All of it");
      await page.getByRole("radio", { name: /7 days/ }).check();
      await page.getByLabel("Entry fee").fill("1001");
      await page.getByRole("radio", { name: /^10 / }).check();
      await page.getByRole("radio", { name: /Verified only/ }).check();
      await page.getByLabel("Least score").fill("20");
      await next(page, "Prizes");
      await page.getByRole("radio", { name: /Your own split/ }).check();
      await page.getByLabel("1st place, percent").fill("60");
      await page.getByLabel("3rd place, percent").fill("10");
      await next(page, "Review");
      for (const [label, amount] of [["Runs 7 days", "2,000"], ["Entry fee, 1,001", "500"], ["10 entries per person", "500"], ["Your own split", "1,000"], ["Verified judges only", "500"]] as const) {
        await expect(costs(page).locator("dl > div", { hasText: label }).locator("dd")).toHaveText(amount);
      }
      await expect(costs(page)).toContainText("will keep 5,500");
      const create = page.getByRole("button", { name: /^Create\s*4,500\s*Buzz$/ });
      if (javaScriptEnabled) await create.dblclick();
      else await create.click();
      await expect(page).toHaveURL(/\/all-of-it$/);
      await expect(page.locator(".balance")).toContainText("5,500");
      await page.goto(`${site.url}/wallet`);
      await expect(page.getByText("−4,500")).toHaveCount(1);
    });

    test("bad input stays as it was typed, with words beside the field and above", async ({ browser }) => {
      const { page } = await newcomer(browser, site, { javaScriptEnabled });
      await step(page, "entry");
      await page.getByLabel("Entry fee").fill("12.5");
      await page.getByLabel("Total entries").fill("1");
      await page.getByRole("checkbox", { name: "PG", exact: true }).uncheck();
      await page.getByRole("checkbox", { name: "PG-13" }).uncheck();
      const [answer] = await Promise.all([page.waitForResponse((one) => one.request().method() === "POST" && !one.request().postData()?.includes("keep")), next(page, "Prizes")]);
      expect(answer.status()).toBe(400);
      const summary = page.getByRole("alert");
      await expect(summary).toContainText("3 things to fix");
      await expect(summary).toBeFocused();
      await expect(page.getByLabel("Entry fee")).toHaveValue("12.5");
      await expect(page.getByLabel("Total entries")).toHaveAttribute("aria-invalid", "true");
      await expect(page.locator("#cap-note")).toContainText("not “1”");
      await expect(page.getByRole("group", { name: "Levels" })).toContainText("Allow at least one level.");
      await summary.getByRole("link", { name: /fee/ }).click();
      await expect(page).toHaveURL(/#fee$/);
      await page.reload();
      await expect(page.getByLabel("Entry fee")).toHaveValue("12.5");
      await expect(page.getByRole("checkbox", { name: "PG-13" })).not.toBeChecked();
    });

    test("places are added, removed and reset, between one and twenty", async ({ browser }) => {
      const { page } = await newcomer(browser, site, { javaScriptEnabled });
      const headers = { origin: site.url, "content-type": "application/x-www-form-urlencoded" };
      await page.request.post(`${site.url}/crucibles/new/prizes`, { data: `split=custom&share=40&share=20${"&share=1".repeat(17)}`, headers });
      await step(page, "prizes");
      const share = page.locator("input[name=share]");
      const add = page.getByRole("button", { name: /^Add \d+\w+ place/ });
      await expect(share).toHaveCount(19);
      await add.click();
      await expect(share).toHaveCount(20);
      await expect(add).toHaveCount(0);
      await page.getByLabel("20th place, percent").fill("7");
      await page.getByRole("button", { name: "Remove 2nd place" }).click();
      await expect(share).toHaveCount(19);
      await expect(page.getByLabel("19th place, percent")).toHaveValue("7");
      await expect(page.getByLabel("2nd place, percent")).toHaveValue("1");
      await page.getByRole("button", { name: "Reset" }).click();
      await expect(share).toHaveCount(3);
      await page.getByRole("button", { name: "Remove 3rd place" }).click();
      await page.getByRole("button", { name: "Remove 2nd place" }).click();
      await expect(share).toHaveCount(1);
      await expect(page.getByRole("button", { name: /^Remove 1st place/ })).toBeDisabled();
      await expect(page.getByText("50 % shared out")).toBeVisible();
      await next(page, "Review");
      await expect(page.getByRole("alert")).toContainText("The shares are 50 % together; they must be exactly 100 %.");
      await page.getByLabel("1st place, percent").fill("100");
      await page.getByLabel("1st place, percent").press("Enter");
      await expect(page).toHaveURL(/\/review$/);
      await expect(page.getByRole("region", { name: "Prizes" })).toContainText("Your own, 1 place");
    });

    test("a share that rises, or is none, is refused beside its place", async ({ browser }) => {
      const { page } = await newcomer(browser, site, { javaScriptEnabled });
      await step(page, "prizes");
      await page.getByRole("radio", { name: /Your own split/ }).check();
      await page.getByLabel("2nd place, percent").fill("0");
      await next(page, "Review");
      await expect(page.locator("#share-2-note")).toContainText("from 1 to 100");
      await page.getByLabel("1st place, percent").fill("20");
      await page.getByLabel("2nd place, percent").fill("60");
      await next(page, "Review");
      await expect(page.getByRole("alert")).toContainText("Place 2 gets 60 %, more than the 20 % of the place above.");
      await page.getByRole("radio", { name: "50 / 30 / 20" }).check();
      await next(page, "Review");
      await expect(page).toHaveURL(/\/review$/);
    });

    test("models are found in the catalogue and stay on the list", async ({ browser }) => {
      const { page } = await newcomer(browser, site, { javaScriptEnabled });
      await step(page, "entry");
      await page.getByText("Any base model").click();
      await page.getByRole("checkbox", { name: "SDXL 1.0", exact: true }).check();
      await page.getByRole("searchbox", { name: /Find a model/ }).fill("xl");
      await page.getByRole("button", { name: "Find" }).click();
      const first = page.getByRole("group", { name: "Found" }).getByRole("checkbox").first();
      const name = (await first.locator("xpath=..").textContent())!;
      await first.check();
      await page.getByRole("searchbox", { name: /Find a model/ }).fill("no such thing at all");
      await page.getByRole("button", { name: "Find" }).click();
      await expect(page.getByText("Nothing in the catalogue goes by “no such thing at all”.")).toBeVisible();
      await expect(page.getByRole("group", { name: "On the list" })).toContainText(name);
      await expect(page.getByText("1 base model: SDXL 1.0")).toBeVisible();
      await next(page, "Prizes");
      await step(page, "review");
      await expect(page.getByRole("region", { name: "Entry rules" })).toContainText("SDXL 1.0 or");
    });
  });
}

test("what is typed is kept without pressing anything, for another device and after signing in again", async ({ browser }) => {
  const { page, username } = await newcomer(browser, site);
  await step(page, "basics");
  await page.getByLabel("Name").fill("Kept by itself");
  await expect(page.locator("aside .card")).toContainText("Kept by itself");
  await expect(page.getByText(/Draft saved at/)).toBeVisible();
  const phone = await secondDevice(browser, site, username, { javaScriptEnabled: false, viewport: { width: 390, height: 800 } });
  await step(phone, "basics");
  await expect(phone.getByLabel("Name")).toHaveValue("Kept by itself");
  await phone.getByLabel("Name").fill("Changed on the phone");
  await next(phone, "Entry rules");
  await page.reload();
  await expect(page.getByLabel("Name")).toHaveValue("Changed on the phone");
  await send(page, site, "/sign-out", {});
  await page.getByLabel("Name").fill("Typed after the session ended");
  await next(page, "Entry rules");
  await expect(page).toHaveURL(/\/sign-in\?to=/);
  await page.getByLabel("Username or e-mail").fill(username);
  await page.getByLabel("Password").fill("a-long-password");
  await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/new\/basics/);
  await expect(page.getByLabel("Name")).toHaveValue("Changed on the phone");
});

test("nobody pays for a draft that changed since they looked it over, nor without the Buzz", async ({ browser }) => {
  const { page, username } = await newcomer(browser, site, { javaScriptEnabled: false });
  await fillLibrary(page, site, pictures);
  await fillBasics(page, "Two windows");
  await step(page, "review");
  const other = await secondDevice(browser, site, username, { javaScriptEnabled: false });
  await step(other, "entry");
  await other.getByRole("radio", { name: /3 days/ }).check();
  await next(other, "Prizes");
  await page.getByRole("button", { name: "Create · Free" }).click();
  await expect(page.getByRole("alert")).toContainText("The draft was changed somewhere else");
  await expect(page.locator(".balance")).toContainText("10,000");
  await expect(page.getByRole("button", { name: /^Create\s*1,000/ })).toBeVisible();
});

test("a scheduled start names its time zone", async ({ browser }) => {
  const { page } = await newcomer(browser, site, { timezoneId: "Asia/Tokyo" });
  await fillLibrary(page, site, pictures);
  await fillBasics(page, "Later");
  await expect(page.getByLabel("Time zone")).toBeHidden();
  await page.getByRole("radio", { name: /At a time/ }).check();
  await expect(page.getByLabel("Time zone")).toHaveValue("Asia/Tokyo");
  await next(page, "Prizes");
  await expect(page.getByRole("alert")).toContainText("Say when it starts.");
  await page.getByLabel("Date and time").fill("2020-01-01T18:00");
  await next(page, "Prizes");
  await expect(page.getByRole("alert")).toContainText("This start time has passed.");
  const day = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel("Date and time").fill(`${day}T03:00`);
  await next(page, "Prizes");
  await step(page, "review");
  await expect(page.getByRole("region", { name: "Entry rules" })).toContainText("Asia/Tokyo");
  await page.getByRole("button", { name: "Create · Free" }).click();
  await expect(page.getByText("Upcoming").first()).toBeVisible();
});

test("all of it goes by keyboard alone, and no page has a fault for those who cannot see it", async ({ browser }) => {
  const { page } = await newcomer(browser, site, { colorScheme: "light", viewport: { width: 320, height: 700 } });
  await fillLibrary(page, site, pictures);
  await step(page, "basics");
  await page.getByLabel("Name").focus();
  await page.keyboard.type("By keyboard");
  await tabTo(page, "input[name=cover]");
  await page.keyboard.press("Space");
  await tabTo(page, ".formbar button");
  await page.keyboard.press("Enter");
  for (const url of [/\/entry$/, /\/prizes$/, /\/review$/]) {
    await expect(page).toHaveURL(url);
    const faults = await new AxeBuilder({ page }).analyze();
    expect(faults.violations.map(({ id }) => id)).toEqual([]);
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
