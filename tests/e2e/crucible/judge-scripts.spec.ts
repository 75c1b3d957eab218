import { expect } from "playwright/test";
import type { Page } from "playwright/test";
import { judgePath, figure, newJudge, OPEN, sit, token } from "../judging";
import type { RunningSite } from "../server";
import { test } from "../sites";
import { judgeText } from "~/ui/crucible/judge/judge-words";
import { answerText } from "~/ui/crucible/judge/words";

let site: RunningSite;

test.describe.configure({ mode: "default" });

test.beforeAll(async ({ demo }) => {
  site = demo;
});

test("a vote is one request, and the preloaded pair takes its place", async ({ browser }) => {
  const page = await newJudge(browser, site);
  await sit(page);
  await expect(page.locator(".pair")).toHaveCount(2);
  const first = await page.locator(".pair:not([data-waiting]) img").first().getAttribute("alt");
  const next = await page.locator(".pair[data-waiting] img").first().getAttribute("alt");
  const place = await page.getByRole("button", { name: judgeText.leftIsBetter }).boundingBox();
  const sent: string[] = [];
  page.on(
    "request",
    (one) => void (/\/(m|assets)\//.test(one.url()) || sent.push(`${one.method()} ${new URL(one.url()).pathname}`)),
  );
  const glow = await glowing(page);
  await page.getByRole("button", { name: judgeText.leftIsBetter }).click();
  await expect(page.getByRole("status")).toHaveText(answerText("voted", 1));
  await expect(page.locator(".pair:not([data-waiting]) img").first()).toHaveAttribute("alt", next!);
  await expect(page.locator(".frame[data-chosen]")).toHaveCount(0);
  expect(await glow.evaluate((lit) => lit)).toEqual([first, "left"]);
  await expect(page.getByRole("heading", { name: /^Pair 2:/ })).toBeFocused();
  expect(sent).toEqual([`POST /crucibles/${OPEN}/judge/answers`]);
  expect(await page.getByRole("button", { name: judgeText.leftIsBetter }).boundingBox()).toEqual(place);
});

test("a double click counts once", async ({ browser }) => {
  const page = await newJudge(browser, site);
  await sit(page);
  await page.getByRole("button", { name: judgeText.rightIsBetter }).dblclick();
  await page.keyboard.press("d");
  await expect(page.getByRole("status")).toHaveText(answerText("voted", 1));
  await page.waitForTimeout(500);
  await page.reload();
  await expect(figure(page, "Session")).toHaveText("1");
});

test("two windows share one seat", async ({ browser }) => {
  const page = await newJudge(browser, site);
  await sit(page);
  const other = await page.context().newPage();
  await other.goto(judgePath(OPEN));
  expect(await token(other)).toBe(await token(page));
  await page.getByRole("button", { name: judgeText.leftIsBetter }).click();
  await expect(page.getByRole("status")).toHaveText(answerText("voted", 1));
  await other.getByRole("button", { name: judgeText.rightIsBetter }).click();
  await expect(other.getByRole("status")).toHaveText(answerText("answered-before", 1));
  await expect(figure(other, "Session")).toHaveText("1");
  expect(await token(other)).toBe(await token(page));
});

test("a vote that can't be sent is kept, reported and retried", async ({ browser }) => {
  const page = await newJudge(browser, site);
  await sit(page);
  const pair = await token(page);
  await page.context().setOffline(true);
  await page.getByRole("button", { name: judgeText.leftIsBetter }).click();
  await expect(page.getByRole("alert")).toContainText(`${judgeText.notSent} ${judgeText.offline}`);
  expect(await token(page)).toBe(pair);
  await page.getByRole("button", { name: judgeText.retryNow }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await page.context().setOffline(false);
  await expect(page.getByRole("status")).toHaveText(answerText("voted", 1), { timeout: 30_000 });
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("a vote is retried when the site can't respond, and counts once", async ({ browser }) => {
  const page = await newJudge(browser, site);
  await sit(page);
  let tries = 0;
  await page.route("**/judge/answers", async (route) => {
    tries += 1;
    if (tries === 1) return route.fulfill({ status: 503, headers: { "retry-after": "1" }, body: "busy" });
    if (tries === 2) return void (await route.fetch(), await route.abort());
    return route.continue();
  });
  await page.getByRole("button", { name: judgeText.leftIsBetter }).click();
  await expect(page.getByRole("status")).toHaveText(answerText("answered-before", 1), { timeout: 30_000 });
  await expect(figure(page, "Session")).toHaveText("1");
  expect(tries).toBe(3);
});

test("a vote can be undone for ten seconds", async ({ browser }) => {
  const page = await newJudge(browser, site);
  await sit(page);
  const alt = await page.locator(".pair img").first().getAttribute("alt");
  await page.getByRole("button", { name: judgeText.leftIsBetter }).click();
  await page.getByRole("button", { name: judgeText.undo }).click();
  await expect(page.getByRole("status")).toHaveText(answerText("undone", 0));
  await expect(page.locator(".pair img").first()).toHaveAttribute("alt", alt!);
  await expect(figure(page, "Session")).toHaveText("0");
  await page.waitForTimeout(400);
  await page.getByRole("button", { name: judgeText.leftIsBetter }).click();
  await expect(page.getByRole("status")).toHaveText(answerText("voted", 1));
  await expect(page.getByRole("button", { name: judgeText.undo })).toHaveCount(0);
  await page.waitForTimeout(400);
  await page.getByRole("button", { name: judgeText.leftIsBetter }).click();
  await expect(page.getByRole("button", { name: judgeText.undo })).toBeVisible();
  await expect(page.getByRole("button", { name: judgeText.undo })).toHaveCount(0, { timeout: 30_000 });
});

/** The pictures and buttons that glow from now on: too short a while to be looked for from out here. */
function glowing(page: Page) {
  return page.evaluateHandle(() => {
    const lit: string[] = [];
    const note = ({ target }: MutationRecord) => {
      if (!(target instanceof HTMLElement) || !("chosen" in target.dataset)) return;
      lit.push(target.querySelector("img")?.alt ?? target.getAttribute("value")!);
    };
    new MutationObserver((seen) => seen.forEach(note)).observe(document.body, {
      subtree: true,
      attributeFilter: ["data-chosen"],
    });
    return lit;
  });
}
