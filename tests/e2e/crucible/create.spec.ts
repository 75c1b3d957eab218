import { expect } from "playwright/test";
import { photos } from "../../photos";
import { fillLibrary, newMember } from "../people";
import type { RunningSite } from "../server";
import { test } from "../sites";
import { journey, mainJourney } from "../ways";
import { costs, next, wizardOf } from "../wizard";
import { libraryText } from "~/ui/parts/library-words";
import { wizardText } from "~/ui/crucible/wizard/wizard-words";
import { crucibleText } from "~/ui/crucible/crucible-words";
import { formMessages } from "~/domain/crucible/opening/form-messages";
import { shareRefusal } from "~/domain/contest/prize-shares";
import { prizeSplits } from "~/domain/crucible/schema";

let site: RunningSite;
let wizard: ReturnType<typeof wizardOf>;
let pictures: string[];

test.describe.configure({ mode: "default" });

test.beforeAll(async ({ empty }) => {
  site = empty;
  wizard = wizardOf(site);
  pictures = await photos(2);
});

mainJourney("a free crucible is created in four steps, with a cover uploaded in the first", (title) =>
  test(title, async ({ browser, javaScriptEnabled }) => {
    const { page } = await newMember(browser, site);
    await wizard.step(page, "basics");
    await page.getByLabel("Name").fill("Corners");
    await page.getByLabel(libraryText.chooseFile).setInputFiles(pictures[0]!);
    if (!javaScriptEnabled) await page.getByRole("button", { name: "Upload" }).click();
    await expect(page.locator(".choice input")).toBeChecked();
    await expect(page.getByLabel("Name")).toHaveValue("Corners");
    await next(page, wizardText.entryRules);
    await next(page, "Prizes");
    await next(page, "Review");
    await expect(page.locator("aside .card")).toContainText("Corners");
    await expect(page.locator("aside .card img")).toBeVisible();
    await page.getByRole("button", { name: "Create · Free" }).click();
    await expect(page).toHaveURL(/\/crucibles\/\d+\/corners$/);
    await expect(page.getByText(crucibleText.created)).toBeVisible();
    await expect(page.locator(".balance")).toContainText("10,000");
    await wizard.step(page, "basics");
    await expect(page.getByLabel("Name")).toHaveValue("");
  }),
);

journey("every paid option is listed, added up and charged exactly once", (title) =>
  test(title, async ({ browser, javaScriptEnabled }) => {
    const { page } = await newMember(browser, site);
    await fillLibrary(page, site, pictures);
    await wizard.fillBasics(page, "All of it");
    await page.getByRole("radio", { name: /7 days/ }).check();
    await page.getByLabel(wizardText.entryFee).fill("1001");
    await page.getByRole("radio", { name: /^10 / }).check();
    await page.getByRole("radio", { name: wizardText.verifiedOnly }).check();
    await page.getByLabel(wizardText.minimumScore).fill("20");
    await next(page, "Prizes");
    await page.getByRole("radio", { name: wizardText.ownSplit }).check();
    await page.getByLabel(wizardText.percentOf(1)).fill("60");
    await page.getByLabel(wizardText.percentOf(3)).fill("10");
    await next(page, "Review");
    for (const [label, amount] of [
      ["Runs 7 days", "2,000"],
      ["Entry fee, 1,001", "500"],
      ["10 entries per person", "500"],
      [wizardText.ownSplit, "1,000"],
      ["Verified judges only", "500"],
    ] as const) {
      await expect(costs(page).locator("dl > div", { hasText: label }).locator("dd")).toHaveText(amount);
    }
    await expect(costs(page)).toContainText(wizardText.balanceAfter(10_000, 4_500));
    const create = page.getByRole("button", { name: /^Create\s*4,500\s*Buzz$/ });
    if (javaScriptEnabled) await create.dblclick();
    else await create.click();
    await expect(page).toHaveURL(/\/all-of-it$/);
    await expect(page.locator(".balance")).toContainText("5,500");
    await page.goto(`${site.url}/wallet`);
    await expect(page.getByText("−4,500")).toHaveCount(1);
  }),
);

journey("invalid input is kept, with messages next to the field and in the summary", (title) =>
  test(title, async ({ browser }) => {
    const { page } = await newMember(browser, site);
    await wizard.step(page, "entry");
    await page.getByLabel(wizardText.entryFee).fill("12.5");
    await page.getByLabel(wizardText.totalEntries).fill("1");
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
    await expect(page.getByLabel(wizardText.entryFee)).toHaveValue("12.5");
    await expect(page.getByLabel(wizardText.totalEntries)).toHaveAttribute("aria-invalid", "true");
    await expect(page.locator("#cap-note")).toContainText("not “1”");
    await expect(page.getByRole("group", { name: wizardText.contentRatings })).toContainText(formMessages.noRating);
    await summary.getByRole("link", { name: /fee/ }).click();
    await expect(page).toHaveURL(/#fee$/);
    await page.reload();
    await expect(page.getByLabel(wizardText.entryFee)).toHaveValue("12.5");
    await expect(page.getByRole("checkbox", { name: "PG-13" })).not.toBeChecked();
  }),
);

journey("places can be added, removed and reset, from one to twenty", (title) =>
  test(title, async ({ browser }) => {
    const { page } = await newMember(browser, site);
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
    await page.getByLabel(wizardText.percentOf(20)).fill("7");
    await page.getByRole("button", { name: wizardText.removePlace(2) }).click();
    await expect(share).toHaveCount(19);
    await expect(page.getByLabel(wizardText.percentOf(19))).toHaveValue("7");
    await expect(page.getByLabel(wizardText.percentOf(2))).toHaveValue("1");
    await page.getByRole("button", { name: "Reset" }).click();
    await expect(share).toHaveCount(3);
    await page.getByRole("button", { name: wizardText.removePlace(3) }).click();
    await page.getByRole("button", { name: wizardText.removePlace(2) }).click();
    await expect(share).toHaveCount(1);
    await expect(page.getByRole("button", { name: wizardText.removePlace(1) })).toBeDisabled();
    await expect(page.getByText("50% allocated")).toBeVisible();
    await next(page, "Review");
    await expect(page.getByRole("alert")).toContainText(shareRefusal([50], prizeSplits.maxPlaces)!);
    await page.getByLabel(wizardText.percentOf(1)).fill("100");
    await page.getByLabel(wizardText.percentOf(1)).press("Enter");
    await expect(page).toHaveURL(/\/review$/);
    await expect(page.getByRole("region", { name: "Prizes" })).toContainText("Your own, 1 place");
  }),
);

journey("an increasing or missing share is rejected next to its place", (title) =>
  test(title, async ({ browser }) => {
    const { page } = await newMember(browser, site);
    await wizard.step(page, "prizes");
    await page.getByRole("radio", { name: wizardText.ownSplit }).check();
    await page.getByLabel(wizardText.percentOf(2)).fill("0");
    await next(page, "Review");
    await expect(page.locator("#share-2-note")).toContainText("from 1 to 100");
    await page.getByLabel(wizardText.percentOf(1)).fill("20");
    await page.getByLabel(wizardText.percentOf(2)).fill("60");
    await next(page, "Review");
    await expect(page.getByRole("alert")).toContainText(shareRefusal([20, 60, 20], prizeSplits.maxPlaces)!);
    await page.getByRole("radio", { name: "50 / 30 / 20" }).check();
    await next(page, "Review");
    await expect(page).toHaveURL(/\/review$/);
  }),
);

journey("models are found in the catalog and stay selected", (title) =>
  test(title, async ({ browser }) => {
    const { page } = await newMember(browser, site);
    await wizard.step(page, "entry");
    await page.getByText(wizardText.anyBaseModel).click();
    await page.getByRole("checkbox", { name: "SDXL 1.0", exact: true }).check();
    await page.getByRole("searchbox", { name: wizardText.findModel }).fill("xl");
    await page.getByRole("button", { name: "Find" }).click();
    const first = page.getByRole("group", { name: wizardText.searchResults }).getByRole("checkbox").first();
    const name = (await first.locator("xpath=..").textContent())!;
    await first.check();
    await page.getByRole("searchbox", { name: wizardText.findModel }).fill("no such thing at all");
    await page.getByRole("button", { name: "Find" }).click();
    await expect(page.getByText(wizardText.noModels("no such thing at all"))).toBeVisible();
    await expect(page.getByRole("group", { name: wizardText.selected })).toContainText(name);
    await expect(page.getByText("1 base model: SDXL 1.0")).toBeVisible();
    await next(page, "Prizes");
    await expect(page).toHaveURL(/\/prizes$/);
    await wizard.step(page, "review");
    await expect(page.getByRole("region", { name: wizardText.entryRules })).toContainText("SDXL 1.0 or");
  }),
);
