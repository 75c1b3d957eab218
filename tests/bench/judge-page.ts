import { existsSync } from "node:fs";
import { chromium } from "playwright";
import type { Page } from "playwright";
import config from "../../playwright.config";
import { startSite } from "../e2e/server";
import { judgeText } from "~/ui/crucible/judge/judge-words";

// From the press on a key to the next pair on the screen, in Chromium, on this machine's own loopback.
// `npm run bench:judge-page -- --votes 60`

const VOTES = Math.max(30, Number(process.argv[process.argv.indexOf("--votes") + 1]) || 40);
const GOAL_MS = 100;
const PAUSE_MS = 700;

if (!existsSync("build/server.js")) throw new Error("Build first: npm run build");
const site = await startSite({ DEMO: "true" });
const browser = await chromium.launch(config.use?.launchOptions);
try {
  const page = await judgeAt(await browser.newPage({ viewport: { width: 1280, height: 800 } }));
  await page.evaluate("globalThis.__name = (one) => one"); // tsx leaves calls to it in functions
  await page.evaluate(observe);
  const times: number[] = [];
  for (let vote = 0; vote < VOTES; vote += 1) times.push(await timeVote(page));
  report(times);
} finally {
  await browser.close();
  await site.stop();
}

async function judgeAt(page: Page) {
  const form = { username: "bench", email: "bench@example.invalid", password: "a-long-password" };
  await page.request.post(`${site.url}/sign-up`, { form, headers: { origin: site.url }, maxRedirects: 0 });
  await page.goto(`${site.url}/crucibles/3/judge`);
  await page.getByRole("button", { name: judgeText.showFirstPair }).click();
  await page.locator(".pair[data-waiting]").waitFor({ state: "attached" });
  return page;
}

type Watched = { pressedAt: number; painted: Promise<number> };

/** In the page: a frame after the one in which both pictures of another pair are there whole, that pair is on the screen. */
function observe() {
  const shown = () => document.querySelector<HTMLElement>(".pair:not([data-waiting])")!;
  const whole = (pair: HTMLElement) =>
    [...pair.querySelectorAll("img")].every((image) => image.complete && image.naturalWidth > 0);
  Object.assign(window, {
    watch(): Watched {
      const before = shown().dataset.token;
      const watched = { pressedAt: 0, painted: Promise.resolve(0) };
      addEventListener("keydown", (event) => (watched.pressedAt = event.timeStamp), { once: true, capture: true });
      watched.painted = new Promise((resolve) => {
        requestAnimationFrame(function look() {
          const pair = shown();
          if (pair.dataset.token === before || !whole(pair)) requestAnimationFrame(look);
          else requestAnimationFrame((at) => resolve(at - watched.pressedAt));
        });
      });
      return watched;
    },
  });
}

async function timeVote(page: Page) {
  await page.waitForTimeout(PAUSE_MS); // time enough for the pair that waits to be fetched
  const watched = await page.evaluateHandle(() => (window as unknown as { watch(): Watched }).watch());
  await page.keyboard.press(Math.random() < 0.5 ? "a" : "d");
  return watched.evaluate(({ painted }) => painted);
}

function report(times: number[]) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.floor(share * (sorted.length - 1))]!);
  const [median, p95] = [at(0.5), at(0.95)];
  console.log(
    `${times.length} votes: next pair painted after ${median} ms in the median, ${p95} ms in the slowest twentieth; goal ${GOAL_MS} ms`,
  );
  console.log(
    `RESULT ${JSON.stringify({ votes: times.length, medianMs: median, p95Ms: p95, goalMs: GOAL_MS, ratio: median / GOAL_MS })}`,
  );
  if (median > GOAL_MS) process.exitCode = 1;
}
