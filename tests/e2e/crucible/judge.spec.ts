import { expect } from "playwright/test";
import { widths } from "../../looks";
import { faults } from "../axe";
import { judgePath, figure, LATER, newJudge, OPEN, sit, token } from "../judging";
import { startSite } from "../server";
import type { RunningSite } from "../server";
import { test } from "../sites";
import { journey } from "../ways";
import { judgeText } from "~/ui/crucible/judge/judge-words";
import { answerText, refusalText } from "~/ui/crucible/judge/words";

let site: RunningSite;

test.describe.configure({ mode: "default" });

test.beforeAll(async ({ demo }) => {
  site = demo;
});

test("without scripts, a judge can start, vote, undo and skip, and the pair is kept", async ({ browser }) => {
  const page = await newJudge(browser, site, { javaScriptEnabled: false });
  await sit(page);
  const first = await token(page);
  await page.reload();
  expect(await token(page)).toBe(first);

  await page.getByRole("button", { name: judgeText.leftIsBetter }).click();
  await expect(page.getByRole("status")).toHaveText(answerText("voted", 1));
  await expect(figure(page, "Session")).toHaveText("1");
  const shown = await page.locator(".pair img").evaluateAll((all) => all.map((one) => one.getAttribute("src")));
  await page.getByRole("button", { name: judgeText.undo }).click();
  await expect(page.getByRole("status")).toHaveText(answerText("undone", 0));
  await expect(figure(page, "Session")).toHaveText("0");
  expect(await page.locator(".pair img").evaluateAll((all) => all.map((one) => one.getAttribute("src")))).not.toEqual(
    shown,
  );

  await page.getByRole("button", { name: "Skip" }).click();
  await expect(page.getByRole("status")).toHaveText(answerText("skipped", 1));
  await expect(page.getByRole("button", { name: judgeText.undo })).toHaveCount(0);
});

test("without scripts, a vote on another pair is rejected with a message", async ({ browser }) => {
  const page = await newJudge(browser, site, { javaScriptEnabled: false });
  await sit(page);
  await page.locator(".arena > input[name=pair]").evaluate((input: HTMLInputElement) => (input.value = "forged"));
  const [answer] = await Promise.all([
    page.waitForResponse((one) => one.request().method() === "POST"),
    page.getByRole("button", { name: judgeText.rightIsBetter }).click(),
  ]);
  expect(answer.status()).toBe(422);
  await expect(page.getByRole("status")).toHaveText(refusalText("not-your-pair"));
  await expect(figure(page, "Session")).toHaveText("0");
});

test("no vote counts before both sides are shown; what can't be loaded is given back at no cost", async ({
  browser,
}) => {
  const page = await newJudge(browser, site);
  await sit(page);
  await page.route("**/m/**", (route) => route.abort());
  await page.reload();
  const left = page.getByRole("button", { name: judgeText.leftIsBetter });
  await expect(page.getByText(judgeText.cannotShow(["left", "right"]))).toBeVisible();
  const first = await token(page);
  await left.click({ force: true });
  await page.keyboard.press("a");
  await expect(figure(page, "Session")).toHaveText("0");
  expect(await token(page)).toBe(first);

  await page.getByRole("button", { name: judgeText.giveBack }).click();
  await expect(page.getByRole("status")).toHaveText(answerText("given-back", 0));
  expect(await token(page)).not.toBe(first);
  await page.unroute("**/m/**");
  await page.getByRole("button", { name: judgeText.loadAgain }).click();
  await expect(left).not.toHaveAttribute("aria-disabled");
  await page.waitForTimeout(400); // a vote sooner than anyone can look is not taken
  await left.click();
  await expect(page.getByRole("status")).toHaveText(answerText("voted", 1));
});

test("without scripts, zoom opens and closes", async ({ browser }) => {
  const page = await newJudge(browser, site, { javaScriptEnabled: false });
  await sit(page);
  await page.getByRole("button", { name: judgeText.zoomBoth }).first().click();
  await expect(page.getByRole("dialog", { name: judgeText.bothEnlarged })).toBeVisible();
  await page.getByRole("button", { name: "Close" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
});

journey("each state has its own message: signed out, opens later, not found", (title) =>
  test(title, async ({ page, browser }) => {
    await page.goto(site.url + judgePath(OPEN));
    await expect(page.getByRole("heading", { name: judgeText.signIn })).toBeVisible();
    expect(await page.getByRole("link", { name: "Sign in" }).getAttribute("href")).toBe(
      `/sign-in?to=%2Fcrucibles%2F${OPEN}%2Fjudge`,
    );
    const judge = await newJudge(browser, site);
    await judge.goto(judgePath(LATER));
    await expect(judge.getByRole("heading", { name: /^Opens in 4 h/ })).toBeVisible();
    await expect(judge.getByRole("link", { name: /^Judge \w/ }).first()).toBeVisible();
    expect((await judge.goto(judgePath(99)))!.status()).toBe(404);
  }),
);

test("axe finds no violations on a pair or before opening, in both themes at every width", async ({ browser }) => {
  const page = await newJudge(browser, site, { reducedMotion: "reduce" });
  await sit(page);
  for (const path of [judgePath(OPEN), judgePath(LATER)]) {
    await page.goto(path);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      for (const colorScheme of ["dark", "light"] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await faults(page, { colors: colorScheme === "light" })).toEqual([]);
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    }
  }
});

test("a vote after the end is rejected with a message", async ({ browser }) => {
  const passing = await startSite({ DEMO: "true" });
  const page = await newJudge(browser, passing, { javaScriptEnabled: false });
  await sit(page);
  passing.moveClock(7);
  const [answer] = await Promise.all([
    page.waitForResponse((one) => one.request().method() === "POST"),
    page.getByRole("button", { name: judgeText.leftIsBetter }).click(),
  ]);
  expect(answer.status()).toBe(422);
  await expect(page.getByRole("heading", { name: judgeText.hasEnded("Light on dark ground") })).toBeVisible();
  await expect(page.getByRole("link", { name: /^(See the results|Back to the crucible)$/ })).toBeVisible();
  await passing.stop();
});
