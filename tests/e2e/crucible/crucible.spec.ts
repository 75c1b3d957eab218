import { expect } from "playwright/test";
import type { Browser, BrowserContextOptions } from "playwright/test";
import { signIn } from "../../pages";
import { startSite } from "../server";
import type { RunningSite } from "../server";
import { test } from "../sites";
import { crucibleText } from "~/ui/crucible/crucible-words";
import { accountText } from "~/ui/parts/account-words";
import { formMessages } from "~/domain/crucible/opening/form-messages";
import { endingSoon } from "~/ui/crucible/state";

// The demo's contests: 1 has ended, 2 is about to, 3 and 8 run, 4 is yet to start, nobody has judged 7.
let site: RunningSite;
const people = ["keeper", "cobalt", "ochre", "umber", "sienna", "viridian", "indigo"];

test.describe.configure({ mode: "serial" });

test.beforeAll(async () => {
  site = await startSite({ DEMO: "true" });
});

test.afterAll(() => site.stop());

async function as(browser: Browser, name: string | null, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ baseURL: site.url, ...options });
  if (name) await signIn(context, site.url, name);
  return context.newPage();
}

const plain = { javaScriptEnabled: false };

test("old or shortened URLs redirect to the current one, and unknown IDs return 404", async ({ request }) => {
  for (const path of ["/crucibles/3", "/crucibles/3/wrong-name"]) {
    const answer = await request.get(`${site.url}${path}?after=x`, { maxRedirects: 0 });
    expect(answer.status()).toBe(302);
    expect(answer.headers().location).toBe("/crucibles/3/light-on-dark-ground?after=x");
  }
  const slash = await request.get(`${site.url}/crucibles/3/?after=x`, { maxRedirects: 0 });
  expect([slash.status(), slash.headers().location]).toEqual([308, "/crucibles/3?after=x"]);
  for (const path of ["/crucibles/999", "/crucibles/0", "/crucibles/3x/rules", "/crucibles/-1/leaderboard"]) {
    expect((await request.get(site.url + path)).status()).toBe(404);
  }
});

test("while a crucible runs, entries are shuffled per viewer, own entries are marked, and nobody is named", async ({
  browser,
}) => {
  const page = await as(browser, "cobalt", plain);
  await page.goto("/crucibles/3/light-on-dark-ground");
  await expect(page.locator(".tiles > li")).toHaveCount(15);
  await expect(page.getByText(/Yours · #\d+/)).toHaveCount(2);
  const words = await page.locator(".body").innerHTML();
  for (const name of people) expect(words).not.toContain(name);
  await page.getByRole("link", { name: "Leaderboard" }).last().click();
  await expect(page.getByRole("table")).toContainText(crucibleText.standingsAt);
  const table = await page.locator(".body").innerHTML();
  for (const name of people) expect(table).not.toContain(name);
  await expect(page.locator("tbody tr:not(.me)").first()).toContainText("Entry");
});

test("unavailable actions say why, and when they become available", async ({ browser }) => {
  const page = await as(browser, "cobalt", plain);
  await page.goto("/crucibles/4");
  await expect(page.getByText(/Judging opens in \d h/)).toBeVisible();
  await expect(page.getByText(/Entries open in \d h/)).toBeVisible();
  await expect(page.getByRole("link", { name: /Start judging|Submit/ })).toHaveCount(0);
  await page.goto("/crucibles/2");
  await expect(page.getByText(/Entries closed \d+ min ago/)).toBeVisible();
  await expect(page.getByRole("link", { name: crucibleText.startJudging })).toBeVisible();
  const keeper = await as(browser, "keeper", plain);
  await keeper.goto("/crucibles/3");
  await expect(keeper.getByText("You’ve used 3 of 3.")).toBeVisible();
});

test("rules are shown as chips and text, and own entries require signing in", async ({ browser }) => {
  const page = await as(browser, null, plain);
  await page.goto("/crucibles/3/rules");
  await expect(page.getByRole("heading", { name: crucibleText.rulesOfThis })).toBeVisible();
  await expect(page.getByText("100 Buzz per entry, up to 3 entries per person.", { exact: false })).toBeVisible();
  await page.getByRole("link", { name: crucibleText.yourEntries }).click();
  await expect(page).toHaveURL(/sign-in\?to=%2Fcrucibles%2F3%2Fmine/);
});

test("an unjudged entry can be withdrawn, and other people's pages update automatically", async ({ browser }) => {
  const other = await as(browser, "indigo");
  await other.clock.install();
  await other.goto("/crucibles/7", { waitUntil: "networkidle" });
  const before = Number(await other.locator(".lead dd").first().textContent());
  const owners = [];
  for (const name of people) {
    const page = await as(browser, name, plain);
    await page.goto("/crucibles/7/mine");
    const button = page.getByRole("button", { name: "Withdraw" });
    if ((await button.count()) === 0) continue;
    owners.push(name);
    await button.first().click();
    await expect(page.getByRole("status")).toHaveText(crucibleText.entryWithdrawn(0));
    break;
  }
  expect(owners).toHaveLength(1);
  await other.clock.fastForward(16_000);
  await expect(other.locator(".lead dd").first()).toHaveText(String(before - 1));
});

test("a judged entry stays, and someone else's isn't found", async ({ browser }) => {
  const page = await as(browser, "cobalt", plain);
  await page.goto("/crucibles/3/mine");
  await expect(page.getByText(crucibleText.hasVotes).first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Withdraw" })).toHaveCount(0);
  const own = await page.request.post("/entries/16/withdrawal", { form: {}, headers: { origin: site.url } });
  expect([404, 422]).toContain(own.status());
  expect(
    (await page.request.post("/entries/9999/withdrawal", { form: {}, headers: { origin: site.url } })).status(),
  ).toBe(404);
});

test("only the creator can edit name, description and cover, with messages for invalid input", async ({ browser }) => {
  const page = await as(browser, "ochre", plain);
  await page.goto("/crucibles/3");
  await page.getByRole("link", { name: "Edit" }).click();
  await page.getByLabel("Name").evaluate((input: HTMLInputElement) => input.removeAttribute("minlength"));
  await page.getByLabel("Name").fill("x");
  await page.getByLabel("Description").fill("What was typed");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert")).toContainText(formMessages.nameTooShort);
  await expect(page.getByLabel("Description")).toHaveValue("What was typed");
  await page.getByLabel("Name").fill("Light on darker ground");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page).toHaveURL(/\/crucibles\/3\/light-on-darker-ground$/);
  await expect(page.getByText("What was typed")).toBeVisible();
  const stranger = await as(browser, "cobalt", plain);
  expect((await stranger.goto("/crucibles/3/edit"))?.status()).toBe(404);
});

test("moderators feature, disqualify and cancel with a reason; for others these actions don't exist", async ({
  browser,
}) => {
  const page = await as(browser, "keeper", plain);
  await page.goto("/crucibles/8");
  await page.getByText(crucibleText.moderatorTools).click();
  await page.getByLabel(crucibleText.reasonToFeature).fill("   ");
  await page.getByRole("button", { name: "Feature" }).click();
  await page.getByLabel("Reason").fill("A theme to remember");
  await page.getByRole("button", { name: "Feature" }).click();
  await expect(page).toHaveURL(/\/crucibles\/8\//);
  await expect(page.getByRole("status")).toHaveText(crucibleText.featured);
  await page.goto("/crucibles");
  await expect(page.getByRole("article")).toContainText("Patterns that almost repeat");

  await page.goto("/crucibles/8");
  const entries = await page.locator(".tiles > li").count();
  await page
    .getByText(/^Entry \d+$/)
    .first()
    .click();
  const ruledOut = await page.locator("form[action$=disqualification]").first().getAttribute("action");
  await page
    .getByLabel(/^Reason for disqualifying/)
    .first()
    .fill("Not made by its owner");
  await page.getByRole("button", { name: "Disqualify" }).first().click();
  await expect(page.getByRole("status")).toHaveText(crucibleText.disqualified);
  await expect(page.locator(".tiles > li")).toHaveCount(entries - 1);

  const headers = { origin: site.url };
  const short = await page.request.post("/crucibles/8/cancellation", { form: { reason: " " }, headers });
  expect(short.status()).toBe(400);
  expect(await short.text()).toContain(formMessages.noReason);
  const twice = await page.request.post(ruledOut!, { form: { reason: "Also stolen" }, headers });
  expect(twice.status()).toBe(422);
  expect(await twice.text()).toContain('value="Also stolen"');
  const user = await as(browser, "cobalt");
  for (const path of ["/crucibles/8/cancellation", "/moderation/featured/8", "/entries/1/disqualification"]) {
    expect((await user.request.post(path, { form: { reason: "because" }, headers })).status()).toBe(404);
  }
  await page.getByText(crucibleText.moderatorTools).click();
  await page.getByLabel(crucibleText.reasonToCancel).fill("It broke our rules.");
  await page.getByRole("button", { name: crucibleText.cancelThis }).click();
  await expect(page.getByText(`${crucibleText.canceledBy} It broke our rules.`, { exact: false })).toBeVisible();
  await expect(page.getByRole("link", { name: /Start judging|Submit/ })).toHaveCount(0);
  const again = await page.request.post("/crucibles/8/cancellation", { form: { reason: "once more" }, headers });
  expect(again.status()).toBe(422);
  expect(await again.text()).toContain('value="once more"');
});

test("after the end, the page shows winners, all places, the prize calculation and own results", async ({
  browser,
}) => {
  const stranger = await as(browser, null, plain);
  await stranger.goto("/crucibles/1/leaderboard");
  const winner = await stranger.locator(".podium > .p1 .by-line a").textContent();
  const page = await as(browser, winner, plain);
  await page.goto("/crucibles/1/leaderboard");
  await expect(page.locator(".podium > li")).toHaveCount(3);
  await expect(page.getByRole("row")).toHaveCount(16);
  await expect(page.getByText(/You placed .*1st.* of 15 and earned [\d,]+ Buzz/)).toBeVisible();
  await expect(page.getByText("1st · 50% of 1,500")).toBeVisible();
  await expect(page.getByText(crucibleText.remainder)).toBeVisible();
  await expect(page.getByText(crucibleText.leftWon)).toBeVisible();
  await expect(page.locator(".seal")).toHaveText(/^([0-9a-f]{4} ?){16}$/);
  await expect(page.getByRole("link", { name: "Verify" })).toHaveAttribute("href", "/crucibles/1/verify");
});

test("a reminder can be set, canceled, and set on the judge page; guests sign in and come back", async ({
  browser,
}) => {
  const tell = crucibleText.remindMe;
  const page = await as(browser, null, plain);
  await page.goto("/crucibles/4");
  await page.getByRole("link", { name: crucibleText.signInForReminder }).click();
  await page.getByLabel(accountText.usernameOrEmail).fill("cobalt");
  await page.getByLabel("Password").fill("crucible-demo");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/crucibles\/4\//);
  await page.getByRole("button", { name: tell }).click();
  await page.getByRole("button", { name: crucibleText.cancelReminder }).click();
  await expect(page.getByText(crucibleText.reminderCanceled)).toBeVisible();
  await expect(page.getByRole("button", { name: tell })).toBeVisible();
  const scripted = await as(browser, "cobalt");
  await scripted.goto("/crucibles/4/judge");
  await scripted.getByRole("button", { name: tell }).dblclick();
  await expect(scripted.getByRole("button", { name: crucibleText.cancelReminder })).toBeVisible();
});

test("after the end, the page says votes are being counted, then shows the results", async ({ browser }) => {
  const page = await as(browser, "cobalt", plain);
  await page.goto("/crucibles/2");
  await expect(page.getByText(endingSoon).first()).toBeVisible();
  const open = await as(browser, null);
  await open.clock.install();
  await open.goto("/crucibles?tab=ending&status=any");
  const card = open.locator(".card").filter({ hasText: "One color, many moods" });
  await expect(card).toContainText(/Time left\s*2\d min/);
  let asked = 0;
  open.on("request", (request) => (asked += Number(request.url().includes("_data="))));
  site.moveClock(1);
  await expect(async () => {
    await open.clock.fastForward("01:00:00");
    await expect(card).toContainText(/Counting|Completed/, { timeout: 500 });
  }).toPass();
  await expect(card).not.toContainText(/\d s\b|left|soon/);
  await open.clock.fastForward("00:01:00");
  expect(asked).toBeLessThanOrEqual(2);
  await expect(async () => {
    await page.reload();
    await expect(page.locator(".podium > li")).toHaveCount(3, { timeout: 100 });
  }).toPass();
  await expect(page.getByText(/You placed/)).toBeVisible();
  await expect(page.getByText(endingSoon)).toHaveCount(0);
});

test("people who set a reminder are notified when it opens", async ({ browser }) => {
  site.moveClock(5);
  const page = await as(browser, "cobalt", plain);
  await expect(async () => {
    await page.goto("/notifications");
    await expect(
      page.getByRole("link", { name: "Farther than the eye can see is open. You asked for a reminder." }),
    ).toHaveCount(1, { timeout: 100 });
  }).toPass();
  await page.goto("/crucibles/4");
  await expect(page.getByText(crucibleText.remindMe)).toHaveCount(0);
});
