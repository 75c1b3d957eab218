import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "playwright/test";
import type { Browser, Page } from "playwright/test";
import { signIn } from "../pages";
import { startSite } from "./server";
import type { RunningSite } from "./server";

let site: RunningSite;

test.beforeAll(async () => {
  site = await startSite({ DEMO: "true" });
});

test.afterAll(() => site.stop());

async function pageOf(browser: Browser, as: string, javaScriptEnabled = false) {
  const context = await browser.newContext({ javaScriptEnabled });
  await signIn(context, site.url, as);
  return context.newPage();
}

async function giveReason(page: Page, button: string, words = "Because of the rules") {
  await page.getByLabel("Reason").fill(words);
  await page.getByRole("button", { name: button, exact: true }).click();
}

const tabs = ["", "/people", "/levels", "/featured", "/votes", "/catalogue", "/log", "/ledger", "/people/1", "/people/1/ban", "/people/1/grant", "/catalogue/import"];

test("to everyone but moderators none of it exists", async ({ browser }) => {
  for (const page of [await pageOf(browser, "cobalt"), await (await browser.newContext()).newPage()]) {
    for (const tab of tabs) expect((await page.goto(`${site.url}/moderation${tab}`))!.status(), tab).toBe(404);
  }
});

for (const [javaScriptEnabled, name] of [[false, "cobalt"], [true, "ochre"]] as const) {
  test(`a person is reported, banned, told why and let in again, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({ browser }) => {
    const [reporter, keeper] = [await pageOf(browser, "umber", javaScriptEnabled), await pageOf(browser, "keeper", javaScriptEnabled)];
    await reporter.goto(`${site.url}/people/${name}`);
    await reporter.getByRole("link", { name: "Report", exact: true }).click();
    await reporter.getByRole("button", { name: "Send the report" }).click();
    await expect(reporter.getByText("Say why.")).toBeVisible();
    await reporter.getByLabel("What is wrong with it?").fill(`Rude, says umber of ${name}`);
    await reporter.getByRole("button", { name: "Send the report" }).click();
    await expect(reporter.getByText("Thank you.")).toBeVisible();

    await keeper.goto(`${site.url}/moderation`);
    const row = keeper.getByRole("row", { name: `umber of ${name}` });
    await row.getByRole("link", { name: /^user/ }).click();
    await keeper.getByRole("link", { name: "Ban", exact: true }).click();
    await giveReason(keeper, "Ban", "Rudeness");
    await expect(keeper.getByText("Banned, and signed out everywhere.")).toBeVisible();
    await reporter.context().clearCookies();
    await reporter.goto(`${site.url}/sign-in`);
    await reporter.getByLabel("Username or e-mail").fill(name);
    await reporter.getByLabel("Password").fill("crucible-demo");
    await reporter.getByRole("button", { name: "Sign in" }).click();
    await expect(reporter.getByText("This account is banned: Rudeness")).toBeVisible();

    await keeper.getByRole("link", { name: "Lift the ban" }).click();
    await giveReason(keeper, "Lift the ban");
    await expect(keeper.getByText("The ban is lifted.")).toBeVisible();
    await keeper.goto(`${site.url}/moderation`);
    await row.getByRole("link", { name: /Resolve/ }).click();
    await keeper.getByLabel("What was done about it").fill("Talked to");
    await keeper.getByRole("button", { name: "Resolve" }).click();
    await expect(row).toHaveCount(0);
    await keeper.goto(`${site.url}/moderation/log?by=keeper&action=ban`);
    await expect(keeper.getByRole("row", { name: /Rudeness/ }).first()).toBeVisible();
  });
}

test("Buzz is granted once for each form, and its receiver reads why", async ({ browser }) => {
  const keeper = await pageOf(browser, "keeper");
  await keeper.goto(`${site.url}/moderation/people?q=indigo`);
  await keeper.getByRole("link", { name: /indigo/ }).click();
  await keeper.getByRole("link", { name: "Grant Buzz" }).click();
  await keeper.getByLabel("Amount").fill("1.5");
  await giveReason(keeper, "Grant", "For the bug reports");
  await expect(keeper.getByText("Buzz comes in whole numbers.")).toBeVisible();
  await expect(keeper.getByLabel("Reason")).toHaveValue("For the bug reports");
  await keeper.getByLabel("Amount").fill("250");
  const key = await keeper.locator("input[name=requestKey]").inputValue();
  await keeper.getByRole("button", { name: "Grant", exact: true }).click();
  await expect(keeper.getByText("250 Buzz are granted.")).toBeVisible();
  const form = { amount: "250", reason: "For the bug reports", requestKey: key };
  await keeper.request.post(`${keeper.url()}/grant`, { form, headers: { origin: site.url } });
  const indigo = await pageOf(browser, "indigo");
  await indigo.goto(`${site.url}/wallet?kind=grant`);
  await expect(indigo.getByRole("row", { name: /“For the bug reports”/ })).toHaveCount(1);
});

test("a level that is corrected takes the picture out of where it is not allowed", async ({ browser }) => {
  const [keeper, stranger] = [await pageOf(browser, "keeper"), await (await browser.newContext()).newPage()];
  await keeper.goto(`${site.url}/people/keeper`);
  const running = keeper.getByRole("listitem").filter({ hasText: "Still running" });
  const mediaId = /\d+$/.exec((await running.first().getByRole("link").first().getAttribute("href"))!)![0];
  expect((await stranger.goto(`${site.url}/media/${mediaId}`))!.status()).toBe(200);
  await keeper.goto(`${site.url}/moderation/levels`);
  await keeper.getByLabel("Number of a media item").fill(mediaId);
  await keeper.getByRole("button", { name: "Correct its level" }).click();
  await keeper.getByRole("radio", { name: /^XXX/ }).check({ force: true });
  await giveReason(keeper, "Set the level");
  await expect(keeper.getByText(`Item ${mediaId} is XXX now.`)).toBeVisible();
  expect((await stranger.goto(`${site.url}/media/${mediaId}`))!.status()).toBe(404);
  await keeper.goto(`${site.url}/people/keeper`);
  await expect(running.locator(`a[href="/media/${mediaId}"]`)).toHaveCount(0);
  await keeper.goto(`${site.url}/moderation/log?subject=media:${mediaId}`);
  await expect(keeper.getByRole("row", { name: /Correct level/ })).toBeVisible();
});

test("a crucible is featured and taken down", async ({ browser }) => {
  const keeper = await pageOf(browser, "keeper");
  await keeper.goto(`${site.url}/moderation/featured`);
  await keeper.getByRole("link", { name: /^Feature / }).first().click();
  await giveReason(keeper, "Feature it");
  await expect(keeper.getByText("It is featured now.")).toBeVisible();
  await keeper.getByRole("link", { name: /^Take down / }).click();
  await giveReason(keeper, "Take it down");
  await expect(keeper.getByText("Nothing is picked")).toBeVisible();
});

test("a judge's votes are voided by name, and a name that nobody has is said so beside its field", async ({ browser }) => {
  const keeper = await pageOf(browser, "keeper");
  await keeper.goto(`${site.url}/moderation/votes?judge=nobody-at-all&crucible=3`);
  await giveReason(keeper, "Void the votes");
  await expect(keeper.getByText("Nobody has this name.")).toBeVisible();
  await keeper.goto(`${site.url}/moderation/votes?judge=viridian&crucible=3`);
  await giveReason(keeper, "Void the votes");
  await expect(keeper.getByText(/votes? by viridian no longer count/)).toBeVisible();
});

test("models are imported from a list, named, and given a base model; a broken list changes nothing", async ({ browser }) => {
  const keeper = await pageOf(browser, "keeper");
  const list = join(site.folder, "list.json");
  await keeper.goto(`${site.url}/moderation/catalogue/import`);
  writeFileSync(list, "{");
  await keeper.getByLabel("File").setInputFiles(list);
  await giveReason(keeper, "Import");
  await expect(keeper.getByText("This file is not JSON.")).toBeVisible();
  await expect(keeper.getByLabel("Reason")).toHaveValue("Because of the rules");
  writeFileSync(list, JSON.stringify({ models: [{ kind: "lora", name: "Ember Lines", versions: [{ name: "v1", files: ["emberlines.safetensors"] }] }] }));
  await keeper.getByLabel("File").setInputFiles(list);
  await giveReason(keeper, "Import");
  await expect(keeper.getByText("Imported: 1 new version, no known ones.")).toBeVisible();
  await keeper.goto(`${site.url}/moderation/catalogue?q=ember+lines`);
  await keeper.getByRole("link", { name: /^Name of Ember Lines/ }).click();
  await keeper.getByLabel("Name").fill("Ember Outlines");
  await giveReason(keeper, "Name it");
  await keeper.getByRole("link", { name: /^Base of Ember Outlines/ }).click();
  await keeper.getByLabel("Base model").selectOption("SDXL 1.0");
  await giveReason(keeper, "Set the base model");
  await keeper.goto(`${site.url}/moderation/catalogue?q=ember+outlines`);
  await expect(keeper.getByRole("row", { name: /Ember Outlines/ })).toContainText("SDXL 1.0");
});

test("the ledger adds up", async ({ browser }) => {
  const keeper = await pageOf(browser, "keeper");
  await keeper.goto(`${site.url}/moderation/ledger`);
  await expect(keeper.getByText("every balance is right")).toBeVisible();
});
