import { randomUUID } from "node:crypto";
import { expect } from "playwright/test";
import type { Browser, Page } from "playwright/test";
import { photos } from "../../photos";
import { faults } from "../axe";
import { fillLibrary, newMember, send } from "../people";
import { editDatabase } from "../scenes";
import { startSite } from "../server";
import type { RunningSite } from "../server";
import { test } from "../sites";
import { journey, mainJourney } from "../ways";
import { libraryText } from "~/ui/parts/library-words";
import { submitText } from "~/ui/contest/submit-words";
import { walletText } from "~/ui/parts/wallet-words";
import { eligibilityText } from "~/domain/crucible/entering/eligibility-words";
import { uploadRefusals } from "~/domain/media/limits";

let site: RunningSite;
let pictures: string[];

test.describe.configure({ mode: "default" });

test.beforeAll(async ({ empty }) => {
  site = empty;
  pictures = await photos(4);
});

/** A running crucible of somebody's: 3 entries each at 100 Buzz, PG only. Returns its number. */
async function running(browser: Browser, entry: Record<string, string> = {}, at = site) {
  const { page } = await newMember(browser, at, { javaScriptEnabled: false });
  await fillLibrary(page, at, [pictures[3]!]);
  const cover = await firstValue(page, "/crucibles/new/basics", "cover", at);
  await send(page, at, "/crucibles/new/basics", { name: "Wild Portraits", cover });
  const rules = {
    duration: "8",
    start: "now",
    close: "tenth",
    fee: "100",
    perPerson: "3",
    level: "1",
    media: "image",
    judges: "anyone",
  };
  await send(page, at, "/crucibles/new/entry", { ...rules, ...entry });
  const [requestKey, seen] = [
    await firstValue(page, "/crucibles/new/review", "requestKey", at),
    await firstValue(page, "/crucibles/new/review", "seen", at),
  ];
  const created = await send(page, at, "/crucibles/new/review", { requestKey, seen });
  await page.context().close();
  return Number(/crucibles\/(\d+)/.exec(created.headers().location!)![1]);
}

/** What the first field of this name holds in a page. */
async function firstValue(page: Page, path: string, name: string, at: RunningSite) {
  const html = await (await page.request.get(at.url + path)).text();
  const field = [...html.matchAll(/<input[^>]*>/g)].find(([tag]) => tag.includes(`name="${name}"`));
  return /value="([^"]*)"/.exec(field![0])![1]!;
}

function sheet(page: Page, crucible: number) {
  return page.goto(`${site.url}/crucibles/${crucible}/submit`);
}

function tiles(page: Page) {
  return page.locator(".choices > li");
}

function submit(page: Page) {
  return page.locator(".sheet-foot button");
}

/** The newest picture of all as so many more, which differ in their pixels. */
function multiply(times: number) {
  editDatabase(site, (database) => {
    const columns = (
      database
        .prepare(
          "SELECT name FROM pragma_table_info('media') WHERE name NOT IN ('id', 'key', 'file_hash', 'pixel_hash')",
        )
        .pluck()
        .all() as string[]
    ).join(", ");
    const copy = database.prepare(
      `INSERT INTO media (key, file_hash, pixel_hash, ${columns}) SELECT ?, ?, ?, ${columns} FROM media ORDER BY id DESC LIMIT 1`,
    );
    for (let i = 0; i < times; i += 1) copy.run(...Array.from({ length: 3 }, () => randomUUID()));
  });
}

mainJourney("files are uploaded on the page, selected, and submitted together for their price", (title) =>
  test(title, async ({ browser, javaScriptEnabled }) => {
    const crucible = await running(browser);
    const { page } = await newMember(browser, site);
    await sheet(page, crucible);
    await expect(page.getByText(submitText.used(0, 3))).toBeVisible();
    await expect(page.getByRole("heading", { name: libraryText.empty })).toBeVisible();
    await page.getByLabel(libraryText.chooseFiles).setInputFiles(pictures.slice(0, 2));
    if (!javaScriptEnabled) await page.getByRole("button", { name: "Upload" }).click();
    await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(2);
    await expect(submit(page)).toHaveAccessibleName(
      javaScriptEnabled ? /^Submit 2 entries\s*200\s*Buzz$/ : `${submitText.submitSelected}, 100 Buzz each`,
    );
    await submit(page).click();
    await expect(page).toHaveURL(/\/wild-portraits$/);
    await expect(page.getByText(submitText.submitted(2, 200))).toBeVisible();
    await expect(page.locator(".balance")).toContainText("9,800");
    await sheet(page, crucible);
    await expect(page.getByText(submitText.used(2, 3))).toBeVisible();
    await expect(tiles(page).getByText(eligibilityText.alreadyIn)).toHaveCount(2);
  }),
);

journey("one entry too many rejects all, and the selection is kept", (title) =>
  test(title, async ({ browser, javaScriptEnabled }) => {
    const crucible = await running(browser, { perPerson: "1" });
    const { page } = await newMember(browser, site);
    await fillLibrary(page, site, pictures.slice(0, 2));
    await sheet(page, crucible);
    for (const box of await page.getByRole("checkbox").all()) await box.check();
    const [answer] = await Promise.all([
      page.waitForResponse((one) => one.request().method() === "POST"),
      submit(page).click(),
    ]);
    expect(answer.status()).toBe(422);
    await expect(page.getByRole("alert")).toContainText(eligibilityText.personLimit(1, 0, 2));
    await expect(page.getByRole("alert")).toBeFocused();
    await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(2);
    await page.getByRole("checkbox").first().uncheck();
    if (javaScriptEnabled) await expect(submit(page)).toHaveAccessibleName(/^Submit 1 entry\s*100\s*Buzz$/);
    await submit(page).click();
    await expect(page.getByText(submitText.submitted(1, 100))).toBeVisible();
    await sheet(page, crucible);
    await expect(page.getByText(eligibilityText.personLimit(1, 1, 1))).toBeVisible();
    await expect(page.getByRole("button", { name: /^Submit/ })).toHaveCount(0);
  }),
);

journey("each file says why it isn't allowed, and a forged choice is rejected", (title) =>
  test(title, async ({ browser }) => {
    const crucible = await running(browser, { minSide: "8000" });
    const { page } = await newMember(browser, site);
    await fillLibrary(page, site, [pictures[0]!]);
    await fillLibrary(page, site, [pictures[1]!], "4");
    await sheet(page, crucible);
    await expect(page.getByText(submitText.fitting(0, 2))).toBeVisible();
    await expect(tiles(page).nth(0)).toContainText(eligibilityText.rating(4, 1));
    await expect(tiles(page).nth(1)).toContainText(/\d+ px .* 8000\./);
    await expect(page.getByRole("checkbox")).toHaveCount(0);
    const forged = await send(page, site, `/crucibles/${crucible}/submit`, { mediaId: "1" });
    expect(forged.status()).toBe(422);
    expect(await forged.text()).toContain(submitText.notInLibrary(1));
    await submit(page).click();
    await expect(page.getByRole("alert")).toContainText(eligibilityText.nothingSelected);
    await expect(page.locator(".balance")).toContainText("10,000");
  }),
);

journey("the selection is kept while older files are loaded, and submitted with them", (title) =>
  test(title, async ({ browser }) => {
    const crucible = await running(browser);
    const { page } = await newMember(browser, site);
    await fillLibrary(page, site, [pictures[0]!]);
    multiply(50);
    await sheet(page, crucible);
    await expect(tiles(page)).toHaveCount(48);
    await page.getByRole("checkbox").nth(3).check();
    await page.getByText(submitText.showOlder).click();
    await expect(tiles(page)).toHaveCount(51);
    await expect(page.getByRole("checkbox").nth(3)).toBeChecked();
    await page.getByRole("checkbox").last().check();
    await page.getByRole("checkbox").nth(4).check();
    await page.getByRole("checkbox").nth(5).check();
    await submit(page).click();
    await expect(page.getByRole("alert")).toContainText(eligibilityText.personLimit(3, 0, 4));
    await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(4);
    await page.getByRole("checkbox").nth(5).uncheck();
    await submit(page).click();
    await expect(page.getByText(submitText.submitted(3, 300))).toBeVisible();
  }),
);

journey("a file that isn't an image is rejected by name, and the rest is accepted", (title) =>
  test(title, async ({ browser, javaScriptEnabled }) => {
    const crucible = await running(browser);
    const { page } = await newMember(browser, site);
    await sheet(page, crucible);
    const wrong = { name: "notes.png", mimeType: "image/png", buffer: Buffer.from("not an image at all") };
    await page.getByLabel(libraryText.chooseFiles).setInputFiles(wrong);
    if (!javaScriptEnabled) await page.getByRole("button", { name: "Upload" }).click();
    await expect(page.getByText(/notes\.png/)).toBeVisible();
    await expect(page.getByText(uploadRefusals["not-media"])).toBeVisible();
    await expect(tiles(page)).toHaveCount(0);
  }),
);

test("a lack of Buzz is shown beforehand, with a link to the wallet", async ({ browser }) => {
  const crucible = await running(browser, { fee: "8000" });
  const { page } = await newMember(browser, site);
  await fillLibrary(page, site, pictures.slice(0, 2));
  await sheet(page, crucible);
  for (const box of await page.getByRole("checkbox").all()) await box.check();
  await expect(page.getByText(submitText.short(6_000))).toBeVisible();
  await page.getByRole("button", { name: /^Submit 2 entries\s*16,000/ }).click();
  await expect(page.getByRole("alert")).toContainText(eligibilityText.tooExpensive(2, 16_000, 10_000));
  await expect(page.getByRole("main").getByRole("link", { name: walletText.goToWallet })).toBeVisible();
});

test("when entries have closed, the page says so instead of showing the form", async ({ browser }) => {
  const passing = await startSite();
  const crucible = await running(browser, {}, passing);
  const { page } = await newMember(browser, passing);
  await fillLibrary(page, passing, [pictures[0]!]);
  await page.goto(`${passing.url}/crucibles/${crucible}/submit`);
  await page.getByRole("checkbox").check();
  passing.moveClock(7.5);
  await page.getByRole("button", { name: /^Submit 1 entry/ }).click();
  await expect(page.getByRole("main")).toContainText("Entries closed on");
  await expect(page.getByRole("checkbox")).toHaveCount(0);
  await passing.stop();
});

test("with scripts, the form opens in a dialog and closes after submitting", async ({ browser }) => {
  const crucible = await running(browser);
  const { page } = await newMember(browser, site);
  await fillLibrary(page, site, [pictures[0]!]);
  multiply(50);
  await page.goto(`${site.url}/crucibles/${crucible}`);
  const link = page.getByRole("link", { name: /^Submit entry/ });
  await link.click();
  const dialog = page.getByRole("dialog", { name: submitText.submitEntries });
  await expect(dialog.getByText(submitText.used(0, 3))).toBeVisible();
  await expect(page).toHaveURL(/\/wild-portraits$/);
  expect(await faults(page)).toEqual([]);
  await submit(page).click();
  await expect(dialog.getByRole("alert")).toContainText(eligibilityText.nothingSelected);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(link).toBeFocused();
  await page.keyboard.press("Enter");
  await dialog.getByRole("checkbox").nth(2).check();
  await dialog.getByRole("link", { name: submitText.showOlder }).click();
  await expect(tiles(page)).toHaveCount(51);
  await expect(dialog.getByRole("checkbox").nth(2)).toBeChecked();
  await dialog.getByRole("checkbox").nth(2).uncheck();
  await dialog.getByLabel(libraryText.chooseFiles).setInputFiles(pictures[1]!);
  await expect(dialog.getByRole("checkbox", { checked: true })).toHaveCount(1);
  await submit(page).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(submitText.submitted(1, 100))).toBeVisible();
});

test("submitting works by keyboard alone, on the narrowest screen, without accessibility violations", async ({
  browser,
}) => {
  const crucible = await running(browser);
  const { page } = await newMember(browser, site, { viewport: { width: 320, height: 700 }, colorScheme: "dark" });
  await fillLibrary(page, site, pictures.slice(0, 3));
  await sheet(page, crucible);
  expect(await faults(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  for (let chosen = 0; chosen < 2;) {
    await page.keyboard.press("Tab");
    const onBox = await page.evaluate(() => document.activeElement?.matches(".choices input"));
    if (!onBox) continue;
    await page.keyboard.press("Space");
    chosen += 1;
  }
  await page.getByRole("button", { name: /^Submit 2 entries\s*200/ }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText(submitText.submitted(2, 200))).toBeVisible();
});
