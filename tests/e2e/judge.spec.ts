import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "playwright/test";
import type { Browser, BrowserContextOptions, Page } from "playwright/test";
import { startSite } from "./server";
import type { RunningSite } from "./server";

// The demo's contests: 2 is about to end, 3 in full run, 4 yet to start.
const [SMALL, OPEN, LATER] = [2, 3, 4];
let site: RunningSite;
let judges = 0;

test.describe.configure({ mode: "default" });

test.beforeAll(async () => {
  site = await startSite({ DEMO: "true" });
});

test.afterAll(() => site.stop());

function deskOf(crucible: number) {
  return `${site.url}/crucibles/${crucible}/judge`;
}

/** A page of somebody who has just joined. */
async function newJudge(browser: Browser, options: BrowserContextOptions = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const username = `judge-${(judges += 1)}`;
  const form = { username, email: `${username}@example.invalid`, password: "a-long-password" };
  await page.request.post(`${site.url}/sign-up`, { form, headers: { origin: site.url }, maxRedirects: 0 });
  return page;
}

async function sit(page: Page, crucible = OPEN) {
  await page.goto(deskOf(crucible));
  await page.getByRole("button", { name: "Show me the first pair" }).click();
  await expect(page.getByRole("heading", { name: /^Pair 1:/ })).toBeAttached();
}

function figure(page: Page, label: string) {
  return page.locator(".top-judge .stats > div", { hasText: label }).locator("dd");
}

function token(page: Page) {
  return page.locator(".arena > input[name=pair]").inputValue();
}

function post(page: Page, crucible: number, form: Record<string, string>) {
  return page.request.post(`${deskOf(crucible)}/answers`, { form, headers: { origin: site.url } });
}

test.describe("without scripts", () => {
  test("one sits down, votes, takes it back, skips, and the pair waits", async ({ browser }) => {
    const page = await newJudge(browser, { javaScriptEnabled: false });
    await sit(page);
    const first = await token(page);
    await page.reload();
    expect(await token(page)).toBe(first);

    await page.getByRole("button", { name: "Left is better" }).click();
    await expect(page.getByRole("status")).toHaveText("Vote 1 counted.");
    await expect(figure(page, "Session")).toHaveText("1");
    const shown = await page.locator(".pair img").evaluateAll((all) => all.map((one) => one.getAttribute("src")));
    await page.getByRole("button", { name: "Take it back" }).click();
    await expect(page.getByRole("status")).toHaveText("Taken back. Choose again.");
    await expect(figure(page, "Session")).toHaveText("0");
    expect(await page.locator(".pair img").evaluateAll((all) => all.map((one) => one.getAttribute("src")))).not.toEqual(shown);

    await page.getByRole("button", { name: "Skip" }).click();
    await expect(page.getByRole("status")).toHaveText("Skipped.");
    await expect(page.getByRole("button", { name: "Take it back" })).toHaveCount(0);
  });

  test("a pair that is not the one before the judge is refused in words", async ({ browser }) => {
    const page = await newJudge(browser, { javaScriptEnabled: false });
    await sit(page);
    await page.locator(".arena > input[name=pair]").evaluate((input: HTMLInputElement) => (input.value = "forged"));
    const [answer] = await Promise.all([
      page.waitForResponse((one) => one.request().method() === "POST"),
      page.getByRole("button", { name: "Right is better" }).click(),
    ]);
    expect(answer.status()).toBe(422);
    await expect(page.getByRole("status")).toHaveText("That pair is not the one before you, so nothing was counted.");
    await expect(figure(page, "Session")).toHaveText("0");
  });

  test("zoom opens and closes by itself", async ({ browser }) => {
    const page = await newJudge(browser, { javaScriptEnabled: false });
    await sit(page);
    await page.getByRole("button", { name: "Zoom both" }).first().click();
    await expect(page.getByRole("dialog", { name: "Both entries, larger" })).toBeVisible();
    await page.getByRole("button", { name: "Close" }).click();
    await expect(page.getByRole("dialog")).toBeHidden();
  });
});

test.describe("with scripts", () => {
  test("an answer is one request, and the pair that waited takes its place", async ({ browser }) => {
    const page = await newJudge(browser);
    await sit(page);
    await expect(page.locator(".pair")).toHaveCount(2);
    const next = await page.locator(".pair[data-waiting] img").first().getAttribute("alt");
    const place = await page.getByRole("button", { name: "Left is better" }).boundingBox();
    const sent: string[] = [];
    page.on("request", (one) => void (/\/(m|assets)\//.test(one.url()) || sent.push(`${one.method()} ${new URL(one.url()).pathname}`)));
    await page.getByRole("button", { name: "Left is better" }).click();
    await expect(page.locator(".frame[data-chosen][data-side=left]")).toBeVisible();
    await expect(page.getByRole("status")).toHaveText("Vote 1 counted.");
    await expect(page.locator(".pair:not([data-waiting]) img").first()).toHaveAttribute("alt", next!);
    await expect(page.locator(".frame[data-chosen]")).toHaveCount(0);
    await expect(page.getByRole("heading", { name: /^Pair 2:/ })).toBeFocused();
    expect(sent).toEqual([`POST /crucibles/${OPEN}/judge/answers`]);
    expect(await page.getByRole("button", { name: "Left is better" }).boundingBox()).toEqual(place);
  });

  test("a double click counts once", async ({ browser }) => {
    const page = await newJudge(browser);
    await sit(page);
    await page.getByRole("button", { name: "Right is better" }).dblclick();
    await page.keyboard.press("d");
    await expect(page.getByRole("status")).toHaveText("Vote 1 counted.");
    await page.waitForTimeout(500);
    await page.reload();
    await expect(figure(page, "Session")).toHaveText("1");
  });

  test("two windows share one seat", async ({ browser }) => {
    const page = await newJudge(browser);
    await sit(page);
    const other = await page.context().newPage();
    await other.goto(deskOf(OPEN));
    expect(await token(other)).toBe(await token(page));
    await page.getByRole("button", { name: "Left is better" }).click();
    await expect(page.getByRole("status")).toHaveText("Vote 1 counted.");
    await other.getByRole("button", { name: "Right is better" }).click();
    await expect(other.getByRole("status")).toHaveText("That pair was answered already.");
    await expect(figure(other, "Session")).toHaveText("1");
    expect(await token(other)).toBe(await token(page));
  });

  test("an answer that is lost is kept, said so, and sent again", async ({ browser }) => {
    const page = await newJudge(browser);
    await sit(page);
    const pair = await token(page);
    await page.context().setOffline(true);
    await page.getByRole("button", { name: "Left is better" }).click();
    await expect(page.getByRole("alert")).toContainText("Your answer has not arrived. You seem to be offline.");
    expect(await token(page)).toBe(pair);
    await page.getByRole("button", { name: "send it now" }).click();
    await expect(page.getByRole("alert")).toBeVisible();
    await page.context().setOffline(false);
    await expect(page.getByRole("status")).toHaveText("Vote 1 counted.", { timeout: 15_000 });
    await expect(page.getByRole("alert")).toHaveCount(0);
  });

  test("a site that cannot answer is asked again, and told once", async ({ browser }) => {
    const page = await newJudge(browser);
    await sit(page);
    let tries = 0;
    await page.route("**/judge/answers", async (route) => {
      tries += 1;
      if (tries === 1) return route.fulfill({ status: 503, headers: { "retry-after": "1" }, body: "busy" });
      if (tries === 2) return void (await route.fetch(), await route.abort());
      return route.continue();
    });
    await page.getByRole("button", { name: "Left is better" }).click();
    await expect(page.getByRole("status")).toHaveText("That pair was answered already.", { timeout: 15_000 });
    await expect(figure(page, "Session")).toHaveText("1");
    expect(tries).toBe(3);
  });

  test("a vote can be taken back for ten seconds", async ({ browser }) => {
    const page = await newJudge(browser);
    await sit(page);
    const alt = await page.locator(".pair img").first().getAttribute("alt");
    await page.getByRole("button", { name: "Left is better" }).click();
    await page.getByRole("button", { name: "Take it back" }).click();
    await expect(page.getByRole("status")).toHaveText("Taken back. Choose again.");
    await expect(page.locator(".pair img").first()).toHaveAttribute("alt", alt!);
    await expect(figure(page, "Session")).toHaveText("0");
    await page.waitForTimeout(400);
    await page.getByRole("button", { name: "Left is better" }).click();
    await expect(page.getByRole("status")).toHaveText("Vote 1 counted.");
    await expect(page.getByRole("button", { name: "Take it back" })).toHaveCount(0);
    await page.waitForTimeout(400);
    await page.getByRole("button", { name: "Left is better" }).click();
    await expect(page.getByRole("button", { name: "Take it back" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Take it back" })).toHaveCount(0, { timeout: 11_000 });
  });

  test("by keyboard alone: keys answer, zoom, and can be switched off", async ({ browser }) => {
    const page = await newJudge(browser);
    await sit(page);
    for (const [key, words] of [["a", "Vote 1 counted."], ["ArrowRight", "Vote 2 counted."], ["s", "Skipped."]] as const) {
      await page.waitForTimeout(400);
      await page.keyboard.press(key);
      await expect(page.getByRole("status")).toHaveText(words);
    }
    await page.keyboard.press("z");
    const zoom = page.getByRole("dialog", { name: "Both entries, larger" });
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
    await page.keyboard.press("Enter");
    await expect(page.getByRole("status")).toHaveText("Vote 3 counted.");

    await page.locator(".keys-menu > summary").click();
    await page.getByRole("checkbox", { name: "Use keyboard keys" }).uncheck();
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("status")).toHaveText("Keys are off.");
    await expect(page.locator(".votes kbd")).toHaveCount(0);
    await page.keyboard.press("a");
    await page.waitForTimeout(500);
    await expect(figure(page, "Session")).toHaveText("3");
  });

  test("by touch: a picture swiped to the side is chosen, the buttons stay within reach", async ({ browser }) => {
    const page = await newJudge(browser, { hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });
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
    await expect(page.getByRole("status")).toHaveText("Vote 1 counted.");
    await page.waitForTimeout(400);
    const [top, bottom] = [page.getByRole("button", { name: "Top" }), page.getByRole("button", { name: "Bottom" })];
    const places = [await top.boundingBox(), await bottom.boundingBox()];
    await top.tap();
    await expect(page.getByRole("status")).toHaveText("Vote 2 counted.");
    expect([await top.boundingBox(), await bottom.boundingBox()]).toEqual(places);
  });

  test("the last pair leads on to where else to judge", async ({ browser }) => {
    const page = await newJudge(browser);
    let { seat } = await (await post(page, SMALL, { intent: "sit" })).json();
    while (seat.progress.left > 1) ({ seat } = await (await post(page, SMALL, { pair: seat.current.token, choice: "skip" })).json());
    await page.goto(deskOf(SMALL));
    await page.keyboard.press("d");
    await expect(page.getByRole("heading", { name: "You have seen every pair" })).toBeVisible();
    await expect(page.getByText(/^1 vote here, rank #\d of \d judges\.$/)).toBeVisible();
    await page.getByRole("link", { name: "Judge Light on dark ground" }).click();
    await expect(page.getByRole("button", { name: "Show me the first pair" })).toBeVisible();
  });
});

test.describe("each state has its own words", () => {
  test("signed out, opens later, no such crucible", async ({ page, browser }) => {
    await page.goto(deskOf(OPEN));
    await expect(page.getByRole("heading", { name: "Sign in to judge" })).toBeVisible();
    expect(await page.getByRole("link", { name: "Sign in" }).getAttribute("href")).toBe(`/sign-in?to=%2Fcrucibles%2F${OPEN}%2Fjudge`);
    const judge = await newJudge(browser);
    await judge.goto(deskOf(LATER));
    await expect(judge.getByRole("heading", { name: /^Opens in 4 h/ })).toBeVisible();
    await expect(judge.getByRole("link", { name: "Judge Light on dark ground" })).toBeVisible();
    expect((await judge.goto(deskOf(99)))!.status()).toBe(404);
  });
});

for (const colorScheme of ["dark", "light"] as const) {
  for (const width of [320, 768, 1280]) {
    test(`axe finds nothing at ${width} px in the ${colorScheme}`, async ({ browser }) => {
      const page = await newJudge(browser, { colorScheme, viewport: { width, height: 800 } });
      const at = async () => (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [id, nodes[0]?.html]);
      await page.goto(deskOf(OPEN));
      expect(await at()).toEqual([]);
      await sit(page);
      expect(await at()).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      await page.goto(deskOf(LATER));
      expect(await at()).toEqual([]);
    });
  }
}

test("once it has ended a vote comes too late, in words", async ({ browser }) => {
  const page = await newJudge(browser, { javaScriptEnabled: false });
  await sit(page);
  site.moveClock(7);
  const [answer] = await Promise.all([
    page.waitForResponse((one) => one.request().method() === "POST"),
    page.getByRole("button", { name: "Left is better" }).click(),
  ]);
  expect(answer.status()).toBe(422);
  await expect(page.getByRole("heading", { name: "Light on dark ground has ended" })).toBeVisible();
  await expect(page.getByRole("link", { name: "See the results" })).toBeVisible();
});
