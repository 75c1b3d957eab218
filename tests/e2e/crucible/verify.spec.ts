import { execFileSync, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { expect } from "playwright/test";
import { faults } from "../axe";
import type { RunningSite } from "../server";
import { test } from "../sites";
import { mainJourney } from "../ways";
import { crucibleText } from "~/ui/crucible/crucible-words";
import { logChecksOut } from "~/domain/crucible/log/verification-summary";

// The demo's contests: 1 is completed and paid, 2 and 3 still run.
let site: RunningSite;

test.describe.configure({ mode: "default" });

test.beforeAll(async ({ demo }) => {
  site = demo;
});

mainJourney("a guest reads about the log and verifies it", (title) =>
  test(title, async ({ browser, javaScriptEnabled }) => {
    const page = await browser.newPage();
    await page.goto(`${site.url}/crucibles/1`);
    await page.getByRole("link", { name: "Verify" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(crucibleText.verifyResults);
    await page.getByRole("button", { name: crucibleText.verifyNow }).click();
    await expect(page.getByRole("status").filter({ hasText: logChecksOut })).toContainText("Buzz in prizes");
    await expect(page.getByRole("button", { name: crucibleText.verifyAgain })).toBeVisible();
    if (!javaScriptEnabled) return;
    for (const colorScheme of ["dark", "light"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      expect(await faults(page)).toEqual([]);
    }
  }),
);

test("the download verifies against the hash on the page, but not after one character is changed", async ({ page }) => {
  await page.goto(`${site.url}/crucibles/1/verify`);
  const head = (await page.locator(".seal").first().innerText()).replace(/\s/g, "");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: crucibleText.downloadLog }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("crucible-1.jsonl");
  const file = `${site.folder}/log.jsonl`;
  await download.saveAs(file);
  expect(
    execFileSync("npm", ["run", "--silent", "verify", "--", file, "--head", head], { encoding: "utf8" }),
  ).toContain(logChecksOut);

  const text = await (await fetch(`${site.url}/crucibles/1/log`)).text();
  expect(await (await fetch(`${site.url}/api/crucibles/1/log`)).text()).toBe(text);
  writeFileSync(file, text.replace('"side":"left"', '"side":"right"'));
  const forged = spawnSync("npm", ["run", "--silent", "verify", "--", file], { encoding: "utf8" });
  expect(forged).toMatchObject({ status: 1, stdout: expect.stringMatching(/Line \d+: the hash chain breaks here/) });
});

test("running and unknown crucibles have no log", async ({ request }) => {
  for (const id of [3, 999]) {
    for (const page of ["log", "verify"])
      expect((await request.get(`${site.url}/crucibles/${id}/${page}`)).status()).toBe(404);
    const headers = { origin: site.url, "content-type": "application/x-www-form-urlencoded" };
    expect((await request.post(`${site.url}/crucibles/${id}/verify`, { headers })).status()).toBe(404);
  }
});
