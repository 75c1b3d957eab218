import { expect } from "playwright/test";
import { signUp } from "~/tests/faults/visitor";
import { clip } from "../scenes";
import { startSite } from "../server";
import type { RunningSite } from "../server";
import { test } from "../sites";
import { libraryText } from "~/ui/parts/library-words";

let site: RunningSite;

test.beforeAll(async () => {
  site = await startSite({ PATH: "" }); // no ffmpeg there
});

test.afterAll(() => site.stop());

test("a video recorded in a browser is accepted, plays, and shows the frame the browser captured", async ({
  page,
  context,
}) => {
  const person = await signUp(site.url);
  await context.addCookies(person.cookies().map(([name, value]) => ({ name: name!, value: value!, url: site.url })));
  await page.goto(`${site.url}/library`);
  const buffer = Buffer.from(await clip(page));
  await page
    .getByLabel(libraryText.chooseFiles)
    .setInputFiles({ name: "recorded.webm", mimeType: "video/webm", buffer });
  await expect(page.getByText(libraryText.inLibrary)).toBeVisible();
  const poster = page.locator(".tiles img").first();
  await expect(poster).toBeVisible();
  expect(await poster.evaluate((img: HTMLImageElement) => img.decode().then(() => img.currentSrc))).toMatch(/\.webp$/);
  await page.goto(`${site.url}/media/1`);
  const video = page.locator("video");
  expect(
    await video.evaluate(async (one: HTMLVideoElement) => {
      await one.play();
      return [one.videoWidth, one.duration > 0.5 && one.duration < 60, Boolean(one.poster)];
    }),
  ).toEqual([64, true, true]);
});
