import { expect } from "playwright/test";
import { photos } from "../photos";
import { fillLibrary, newcomer } from "./people";
import type { RunningSite } from "./server";
import { test } from "./sites";
import { journey, mainJourney } from "./ways";
import { costs, next, wizardOf } from "./wizard";

let site: RunningSite;
let wizard: ReturnType<typeof wizardOf>;
let pictures: string[];

test.describe.configure({ mode: "default" });

test.beforeAll(async ({ empty }) => {
  site = empty;
  wizard = wizardOf(site);
  pictures = await photos(2);
});

mainJourney("a free crucible in four steps, its cover sent from the first", (title) =>
  test(title, async ({ browser, javaScriptEnabled }) => {
    const { page } = await newcomer(browser, site);
    await wizard.step(page, "basics");
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
    await wizard.step(page, "basics");
    await expect(page.getByLabel("Name")).toHaveValue("");
  }),
);

journey("every premium is named, summed up and charged exactly once", (title) =>
  test(title, async ({ browser, javaScriptEnabled }) => {
    const { page } = await newcomer(browser, site);
    await fillLibrary(page, site, pictures);
    await wizard.fillBasics(page, "All of it");
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
    for (const [label, amount] of [
      ["Runs 7 days", "2,000"],
      ["Entry fee, 1,001", "500"],
      ["10 entries per person", "500"],
      ["Your own split", "1,000"],
      ["Verified judges only", "500"],
    ] as const) {
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
  }),
);

journey("bad input stays as it was typed, with words beside the field and above", (title) =>
  test(title, async ({ browser }) => {
    const { page } = await newcomer(browser, site);
    await wizard.step(page, "entry");
    await page.getByLabel("Entry fee").fill("12.5");
    await page.getByLabel("Total entries").fill("1");
    await page.getByRole("checkbox", { name: "PG", exact: true }).uncheck();
    await page.getByRole("checkbox", { name: "PG-13" }).uncheck();
    const [answer] = await Promise.all([
      page.waitForResponse((one) => one.request().method() === "POST" && !one.request().postData()?.includes("keep")),
      next(page, "Prizes"),
    ]);
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
  }),
);

journey("places are added, removed and reset, between one and twenty", (title) =>
  test(title, async ({ browser }) => {
    const { page } = await newcomer(browser, site);
    const headers = { origin: site.url, "content-type": "application/x-www-form-urlencoded" };
    await page.request.post(`${site.url}/crucibles/new/prizes`, {
      data: `split=custom&share=40&share=20${"&share=1".repeat(17)}`,
      headers,
    });
    await wizard.step(page, "prizes");
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
  }),
);

journey("a share that rises, or is none, is refused beside its place", (title) =>
  test(title, async ({ browser }) => {
    const { page } = await newcomer(browser, site);
    await wizard.step(page, "prizes");
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
  }),
);

journey("models are found in the catalogue and stay on the list", (title) =>
  test(title, async ({ browser }) => {
    const { page } = await newcomer(browser, site);
    await wizard.step(page, "entry");
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
    await expect(page).toHaveURL(/\/prizes$/);
    await wizard.step(page, "review");
    await expect(page.getByRole("region", { name: "Entry rules" })).toContainText("SDXL 1.0 or");
  }),
);
