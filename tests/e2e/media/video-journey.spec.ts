import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "playwright/test";
import type { Browser, Page } from "playwright/test";
import { film } from "~/tests/fixtures/films";
import { photos } from "../../photos";
import { idOf, openCrucible } from "../opening";
import { newMember } from "../people";
import { editDatabase } from "../scenes";
import { startSite } from "../server";
import type { RunningSite } from "../server";
import { test } from "../sites";
import { libraryText } from "~/ui/parts/library-words";
import { judgeText } from "~/ui/crucible/judge/judge-words";
import { crucibleText } from "~/ui/crucible/crucible-words";
import { submitText } from "~/ui/contest/submit-words";

const BOTH_KINDS = 3;

test("two videos are uploaded, entered and judged side by side, and the winner plays", async ({ browser }) => {
  const site = await startSite();
  const folder = mkdtempSync(join(tmpdir(), "crucible-films-"));
  try {
    const films = [
      await film(join(folder, "a.mp4"), { kind: "mp4", hue: 20 }),
      await film(join(folder, "b.webm"), { kind: "webm", hue: 200 }),
    ];
    const makers = [];
    for (const path of films)
      makers.push(await maker(browser, site, [...(makers.length === 0 ? (await photos(1)).slice(0, 1) : []), path]));
    const address = await openCrucible(makers[0]!, site, 0);
    editDatabase(site, (database) => database.prepare("UPDATE crucibles SET media_kinds = ?").run(BOTH_KINDS));
    for (const page of makers) await enterVideo(page, address);
    const judge = (await newMember(browser, site)).page;
    await judgeThem(judge, address);
    site.moveClock(8.1);
    await winnerPlays(judge, address);
  } finally {
    rmSync(folder, { recursive: true });
    await site.stop();
  }
});

async function maker(browser: Browser, site: RunningSite, files: string[]) {
  const { page } = await newMember(browser, site);
  await page.goto(`${site.url}/library`);
  await page.getByLabel(libraryText.chooseFiles).setInputFiles(files);
  await expect(page.getByText(libraryText.inLibrary)).toHaveCount(files.length);
  return page;
}

/** The newest of the library, which is the video. */
async function enterVideo(page: Page, address: string) {
  await page.goto(new URL(`/crucibles/${idOf(address)}/submit`, address).href);
  await page.getByRole("checkbox").first().check({ force: true });
  await page.getByRole("button", { name: /^Submit/ }).click();
  await expect(page.getByText(submitText.submitted(1, 0))).toBeVisible();
}

async function judgeThem(page: Page, address: string) {
  await page.goto(new URL(`/crucibles/${idOf(address)}/judge`, address).href);
  await page.getByRole("button", { name: judgeText.showFirstPair }).click();
  const videos = page.locator(".pair:not([data-waiting]) video");
  const state = () =>
    videos.evaluateAll((all: HTMLVideoElement[]) => all.map((one) => [one.paused, one.muted, one.videoWidth] as const));
  await expect.poll(state).toEqual([
    [false, true, 64],
    [false, true, 64],
  ]);
  await page.getByRole("button", { name: judgeText.leftIsBetter }).click();
  await expect(page.getByRole("heading", { name: judgeText.judgedAll })).toBeVisible();
}

async function winnerPlays(page: Page, address: string) {
  await expect(async () => {
    await page.goto(address);
    await expect(page.getByText(crucibleText.howCalculated)).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.locator(".podium a[href^='/entries/']").first().click();
  const video = page.locator("main video");
  expect(await video.evaluate(async (one: HTMLVideoElement) => (await one.play(), one.videoWidth))).toBe(64);
  const part = await page.request.get(await video.locator("source").evaluate((one: HTMLSourceElement) => one.src), {
    headers: { range: "bytes=0-9" },
  });
  expect([part.status(), part.headers()["content-range"], (await part.body()).length]).toEqual([
    206,
    expect.stringMatching(/^bytes 0-9\//),
    10,
  ]);
}
