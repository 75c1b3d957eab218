import { expect } from "playwright/test";
import { faults } from "../axe";
import { judgePath, figure, newJudge, post, sit, SMALL } from "../judging";
import { editDatabase, clip, turnIntoVideos } from "../scenes";
import { startSite } from "../server";
import type { RunningSite } from "../server";
import { test } from "../sites";
import { judgeText } from "~/ui/crucible/judge/judge-words";
import { accountText } from "~/ui/parts/account-words";
import { answerText } from "~/ui/crucible/judge/words";

let site: RunningSite;

test.describe.configure({ mode: "default" });

// Of its own: comments go and pictures become videos in it.
test.beforeAll(async () => {
  site = await startSite({ DEMO: "true", LOG_LEVEL: "info" });
});
test.afterAll(() => site.stop());

test("pinching in the zoom view enlarges both images equally, without voting or swiping", async ({ browser }) => {
  const page = await newJudge(browser, site);
  await sit(page);
  await page.keyboard.press("z");
  const zoom = page.getByRole("dialog", { name: judgeText.bothEnlarged });
  const [left] = [(await zoom.locator(".half").first().boundingBox())!];
  const [x, y] = [left.x + left.width / 2, left.y + left.height / 2];
  const fingers = (apart: number) => [
    { x: x - apart, y, id: 1 },
    { x: x + apart, y, id: 2 },
  ];
  const touch = await page.context().newCDPSession(page);
  await touch.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: fingers(40) });
  await touch.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: fingers(80) });
  await touch.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  const scales = () =>
    zoom.locator("img").evaluateAll((all) => all.map((one) => new DOMMatrix(getComputedStyle(one).transform).a));
  await expect.poll(scales).toEqual([expect.closeTo(2, 1), expect.closeTo(2, 1)]);
  await page.mouse.move(x, y);
  await page.mouse.wheel(0, 2000);
  await expect.poll(scales).toEqual([1, 1]);
  await page.keyboard.press("Escape");
  await expect(figure(page, "Session")).toHaveText("0");
});

test("by keyboard: shortcuts vote and zoom, and can be turned off", async ({ browser }) => {
  const page = await newJudge(browser, site);
  await sit(page);
  for (const [key, words] of [
    ["a", answerText("voted", 1)],
    ["ArrowRight", answerText("voted", 2)],
    ["s", answerText("skipped", 2)],
  ] as const) {
    await page.waitForTimeout(400);
    await page.keyboard.press(key);
    await expect(page.getByRole("status")).toHaveText(words);
  }
  await page.keyboard.press("z");
  const zoom = page.getByRole("dialog", { name: judgeText.bothEnlarged });
  await expect(zoom).toBeVisible();
  await page.keyboard.press("+");
  await page.keyboard.press("ArrowLeft");
  const views = await zoom.locator("img").evaluateAll((all) => all.map((one) => getComputedStyle(one).transform));
  expect(views).toEqual(["matrix(1.5, 0, 0, 1.5, 60, 0)", "matrix(1.5, 0, 0, 1.5, 60, 0)"]);
  await page.keyboard.press("a");
  await page.keyboard.press("Escape");
  await expect(zoom).toBeHidden();
  await expect(figure(page, "Session")).toHaveText("2");

  const tabTo = async (name: RegExp) => {
    for (let tabs = 0; tabs < 20; tabs += 1) {
      await page.keyboard.press("Tab");
      if (name.test(await page.evaluate(() => document.activeElement?.textContent ?? ""))) return;
    }
    throw new Error(`The keyboard does not come to ${name}.`);
  };
  await tabTo(/^Left is better/);
  // An answer that comes at once after a swap is taken for a slip of the finger.
  await expect(async () => {
    await page.keyboard.press("Enter");
    await expect(page.getByRole("status")).toHaveText(answerText("voted", 3), { timeout: 1000 });
  }).toPass();

  await page.locator(".keys-menu > summary").click();
  await page.getByRole("checkbox", { name: judgeText.useShortcuts }).uncheck();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("status")).toHaveText(accountText.shortcutsOff);
  await expect(page.locator(".votes kbd")).toHaveCount(0);
  await page.keyboard.press("a");
  await page.waitForTimeout(500);
  await expect(figure(page, "Session")).toHaveText("3");
});

test("by touch: swiping an image chooses it, and the buttons stay in place", async ({ browser }) => {
  const page = await newJudge(browser, site, { hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });
  await sit(page);
  const lower = (await page.locator(".pair:not([data-waiting]) [data-side=right]").boundingBox())!;
  const touch = await page.context().newCDPSession(page);
  const y = lower.y + lower.height / 2;
  await touch.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x: 120, y }] });
  for (const x of [150, 180, 210, 240, 240, 240]) {
    await touch.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: [{ x, y }] });
    await page.waitForTimeout(50); // a finger that stops before it lifts
  }
  await touch.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await expect(page.getByRole("status")).toHaveText(answerText("voted", 1));
  await page.waitForTimeout(400);
  const [top, bottom] = [page.getByRole("button", { name: "Top" }), page.getByRole("button", { name: "Bottom" })];
  const places = [await top.boundingBox(), await bottom.boundingBox()];
  await top.tap();
  await expect(page.getByRole("status")).toHaveText(answerText("voted", 2));
  expect([await top.boundingBox(), await bottom.boundingBox()]).toEqual(places);
});

test("after the last pair, other crucibles to judge are suggested", async ({ browser }) => {
  const page = await newJudge(browser, site);
  await page.goto(judgePath(SMALL));
  let { seat } = await post(page, SMALL, { intent: "sit" });
  while (seat.progress.left > 1) ({ seat } = await post(page, SMALL, { pair: seat.current.token, choice: "skip" }));
  await page.goto(judgePath(SMALL));
  await expect(async () => {
    await page.keyboard.press("d");
    await expect(page.getByRole("heading", { name: judgeText.judgedAll })).toBeVisible({ timeout: 1000 });
  }).toPass();
  await expect(page.getByText(/^1 vote here, rank #\d+ of \d+ judges\.$/)).toBeVisible();
  await page
    .getByRole("link", { name: /^Judge \w/ })
    .first()
    .click();
  await expect(page.getByRole("button", { name: judgeText.showFirstPair })).toBeVisible();
});

test("no comment is shown with a pair, since its words could say whose entry it is", async ({ browser }) => {
  const page = await newJudge(browser, site);
  await sit(page);
  editDatabase(site, (database) => {
    const add = database.prepare(
      "INSERT INTO comments (subject_kind, subject_id, author_id, body, created_at) SELECT 'media', media_id, 2, ?, 0 FROM entries",
    );
    add.run("You can feel it deciding.");
  });
  await page.reload();
  await expect(page.getByRole("button", { name: "Skip" })).toBeVisible();
  expect(await page.content()).not.toMatch(/You can feel it deciding|cobalt/);
});

test("videos start together and muted, pause together, and only one plays sound at a time", async ({ browser }) => {
  const page = await newJudge(browser, site);
  turnIntoVideos(site, SMALL, await clip(page));
  await sit(page, SMALL);
  const state = () =>
    page
      .locator(".pair:not([data-waiting]) video")
      .evaluateAll((all: HTMLVideoElement[]) => all.map((one) => [one.paused, one.muted] as const));
  await expect.poll(state).toEqual([
    [false, true],
    [false, true],
  ]);
  await page.getByRole("button", { name: judgeText.soundFrom("left") }).click();
  await expect.poll(state).toEqual([
    [false, false],
    [false, true],
  ]);
  await page.getByRole("button", { name: judgeText.soundFrom("right") }).click();
  await expect.poll(state).toEqual([
    [false, true],
    [false, false],
  ]);
  await page.keyboard.press("m");
  await expect.poll(state).toEqual([
    [false, true],
    [false, true],
  ]);
  await page.getByRole("button", { name: judgeText.pauseBoth }).first().click();
  await expect.poll(state).toEqual([
    [true, true],
    [true, true],
  ]);
  await page.keyboard.press("d");
  await expect(page.getByRole("status")).toHaveText(answerText("voted", 1));
  await expect.poll(state).toEqual([
    [false, true],
    [false, true],
  ]);

  const calm = await newJudge(browser, site, { reducedMotion: "reduce" });
  await sit(calm, SMALL);
  await calm.getByRole("button", { name: judgeText.playBoth }).first().waitFor();
  await calm.waitForTimeout(500);
  expect(await calm.locator("video").evaluateAll((all: HTMLVideoElement[]) => all.every((one) => one.paused))).toBe(
    true,
  );
  expect(await faults(calm)).toEqual([]);
});
