import { expect } from "playwright/test";
import { fillLibrary, freshPicture, newMember, send } from "../people";
import type { RunningSite } from "../server";
import { test } from "../sites";
import { journey, mainJourney } from "../ways";
import { libraryText } from "~/ui/parts/library-words";
import { peopleText } from "~/ui/parts/people-words";
import { mediaRefusals } from "~/domain/media/schema";
import { crucibleText } from "~/ui/crucible/crucible-words";

let site: RunningSite;

test.beforeAll(({ demo }) => {
  site = demo;
});

mainJourney("a file can be described, rated and deleted", (title) =>
  test(title, async ({ browser }) => {
    const { page } = await newMember(browser, site);
    const stranger = await browser.newPage();
    await page.goto(`${site.url}/library`);
    await expect(page.getByRole("heading", { name: libraryText.empty })).toBeVisible();
    await fillLibrary(page, site, [await freshPicture(site), await freshPicture(site)]);
    await page.reload();
    await expect(page.getByText("2 items,")).toBeVisible();
    await page.locator(".tiles a").first().click();
    await expect(page).toHaveURL(/item=\d+/);
    const item = /item=(\d+)/.exec(page.url())![1]!;
    await page.getByLabel(libraryText.altText).fill("One plain color");
    await page
      .getByRole("complementary")
      .getByLabel(libraryText.contentRating)
      .selectOption({ label: "R: Adult themes, nudity or violence" });
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Saved.").first()).toBeVisible();
    await page.goto(`${site.url}/media/${item}`);
    await expect(page.getByRole("heading", { name: "One plain color" })).toBeVisible();
    await expect(page.locator(".chips")).toContainText("R");
    await expect(page.getByRole("img", { name: "One plain color" })).toBeVisible();
    expect((await stranger.goto(`${site.url}/media/${item}`))!.status()).toBe(404);
    await page.getByRole("link", { name: libraryText.editInLibrary }).click();
    await page.getByText("Delete", { exact: true }).click();
    await page.getByRole("button", { name: libraryText.deletePermanently }).click();
    await expect(page.getByText(libraryText.deleted)).toBeVisible();
    await expect(page.getByText("1 item,")).toBeVisible();
    expect((await page.goto(`${site.url}/media/${item}`))!.status()).toBe(404);
  }),
);

journey("a file can only be deleted after its entry is withdrawn", (title) =>
  test(title, async ({ browser }) => {
    const { page, username } = await newMember(browser, site);
    await fillLibrary(page, site, [await freshPicture(site)]);
    await page.goto(`${site.url}/crucibles/3/submit`);
    const mediaId = await page.getByRole("checkbox").inputValue();
    await send(page, site, "/crucibles/3/submit", { mediaId });
    await page.goto(`${site.url}/library?item=${mediaId}`);
    await page.getByText("Delete", { exact: true }).click();
    await expect(page.getByText("so you can’t delete it until that’s over.")).toBeVisible();
    const beside = page.getByRole("complementary");
    await beside.getByLabel(libraryText.altText).fill("A quiet square");
    await beside.getByLabel(libraryText.contentRating).selectOption("2");
    await beside.getByRole("button", { name: "Save" }).click();
    await expect(beside.getByText(mediaRefusals["level-in-use"])).toBeVisible();
    await expect(beside.getByLabel(libraryText.altText)).toHaveValue("A quiet square");
    const refused = await send(page, site, `/media/${mediaId}/deletion`, {});
    expect(refused.status()).toBe(422);
    await page.goto(`${site.url}/crucibles/3/mine`);
    await page.getByRole("button", { name: "Withdraw" }).click();
    await expect(page.getByRole("status").filter({ hasText: crucibleText.entryWithdrawn(100) })).toBeVisible();
    await page.goto(`${site.url}/people/${username}`);
    await expect(page.getByRole("heading", { name: peopleText.nothingEntered })).toBeVisible();
    await page.goto(`${site.url}/wallet`);
    await expect(page.getByRole("row", { name: /Refund/ })).toHaveCount(1);
    await page.goto(`${site.url}/library?item=${mediaId}`);
    await page.getByText("Delete", { exact: true }).click();
    await page.getByRole("button", { name: libraryText.deletePermanently }).click();
    await expect(page.getByRole("heading", { name: libraryText.empty })).toBeVisible();
  }),
);
