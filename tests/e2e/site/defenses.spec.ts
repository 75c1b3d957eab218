import { expect } from "playwright/test";
import type { Page } from "playwright/test";
import { startSite } from "../server";
import type { RunningSite } from "../server";
import { test } from "../sites";
import { waitForHydration } from "../ways";
import { accountText } from "~/ui/parts/account-words";

const SIGN_IN = { name: "nobody", password: "wrong-password" };
let site: RunningSite;

test.describe.configure({ mode: "default" });

test.beforeAll(async () => {
  site = await startSite({ RATE_LIMITS: "on" });
});

test.afterAll(() => site.stop());

async function violations(page: Page, path: string) {
  const found: string[] = [];
  page.on("console", (message) => {
    if (message.text().startsWith("VIOLATION")) found.push(message.text());
  });
  await page.addInitScript(() =>
    document.addEventListener("securitypolicyviolation", (event) =>
      console.log(
        `VIOLATION ${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}:${event.columnNumber}`,
      ),
    ),
  );
  await page.goto(site.url + path);
  await waitForHydration(page);
  return found;
}

function send(path: string, form: Record<string, string>, headers: Record<string, string> = {}) {
  return fetch(site.url + path, {
    method: "POST",
    headers: { origin: site.url, ...headers },
    body: new URLSearchParams(form),
    redirect: "manual",
  });
}

test("pages hydrate under the content security policy without violations", async ({ page }) => {
  for (const path of ["/sign-in", "/sign-up", "/nowhere"]) {
    expect(await violations(page, path), path).toEqual([]);
    expect(await page.evaluate(() => "__remixRouter" in window)).toBe(true);
  }
});

test("so do pages that require signing in", async ({ page, context }) => {
  const born = await send("/sign-up", {
    username: "first-one",
    email: "first@example.com",
    password: "correct horse battery",
  });
  const [name, value] = born.headers
    .getSetCookie()
    .find((one) => one.startsWith("session="))!
    .split(";")[0]!
    .split("=");
  await context.addCookies([{ name: name!, value: value!, url: site.url }]);
  for (const path of [
    "/crucibles",
    "/crucibles/new/basics",
    "/library",
    "/wallet",
    "/notifications",
    "/settings",
    "/leaderboard",
    "/moderation",
  ]) {
    expect(await violations(page, path), path).toEqual([]);
  }
});

test("navigating to a page whose code isn't loaded yet needs no exception", async ({ page }) => {
  const found = await violations(page, "/sign-in");
  await page.evaluate(() => {
    Object.assign(window, { same: true });
    return (window as unknown as { __remixRouter: { navigate(to: string): Promise<void> } }).__remixRouter.navigate(
      "/sign-up",
    );
  });
  await expect(page.getByRole("heading", { name: "Sign up" })).toBeVisible();
  expect(await page.evaluate(() => "same" in window)).toBe(true);
  expect(found).toEqual([]);
});

test("an injected script doesn't run", async ({ page }) => {
  await page.goto(`${site.url}/sign-in`);
  await page.evaluate(() => {
    document.body.insertAdjacentHTML("beforeend", `<img src="x" onerror="window.broken = 1">`);
    const failed = new Promise((resolve) => document.body.lastElementChild!.addEventListener("error", resolve));
    const script = document.body.appendChild(document.createElement("script"));
    script.textContent = "window.broken = 2";
    return failed.then(() => undefined);
  });
  expect(await page.evaluate(() => "broken" in window)).toBe(false);
});

test("a page opened from elsewhere inlines its styles; the next one uses the style sheet and looks the same", async ({
  browser,
}) => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  const sheets = page.locator("link[rel=stylesheet]");
  const ground = () => page.locator("html").evaluate((html) => getComputedStyle(html).backgroundColor);
  await page.goto(`${site.url}/sign-in`);
  await expect(sheets).toHaveCount(0);
  const before = await ground();
  expect(before).not.toBe("rgba(0, 0, 0, 0)");
  await page.getByRole("navigation").getByRole("link", { name: "Crucibles" }).click();
  await expect(sheets).toHaveCount(1);
  expect(await ground()).toBe(before);
  await page.close();
});

test("every response has security headers and a request ID", async () => {
  for (const path of ["/sign-in", "/healthz", "/nowhere", "/favicon.ico"]) {
    const { headers } = await fetch(site.url + path);
    expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
    expect(headers.get("referrer-policy")).toBe("strict-origin-when-cross-origin");
    expect(headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  }
});

test("no two responses share a nonce", async () => {
  const policies = await Promise.all(
    [1, 2].map(async () => (await fetch(`${site.url}/sign-in`)).headers.get("content-security-policy")),
  );
  expect(policies[0]).not.toBe(policies[1]);
});

test("a form from another site is rejected before it is read", async () => {
  const answer = await send("/sign-in", SIGN_IN, { origin: "https://evil.example" });
  expect(answer.status).toBe(403);
  expect(await answer.text()).toContain("This form was sent from another site");
});

test("a form that is too large is rejected, with or without a content-length", async () => {
  const large = "x".repeat(400 * 1024);
  expect((await send("/sign-up", { username: large })).status).toBe(413);
  const stream = new Blob([`username=${large}`]).stream();
  const type = "application/x-www-form-urlencoded";
  const chunked = await fetch(`${site.url}/sign-up`, {
    method: "POST",
    headers: { origin: site.url, "content-type": type },
    body: stream,
    duplex: "half",
  } as RequestInit);
  expect(chunked.status).toBe(413);
});

test("overlong URLs are rejected before routing", async () => {
  for (const path of ["/".repeat(15_000), `/crucibles/${"1".repeat(500)}`])
    expect((await fetch(`${site.url}${path}x`)).status).toBe(414);
});

test("the eleventh sign-in attempt within a minute gets a page that says when to try again", async ({ browser }) => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(`${site.url}/sign-in`);
  await page.getByLabel(accountText.usernameOrEmail).fill("Someone");
  await page.getByLabel("Password").fill("wrong-password");
  for (let tries = 0; tries < 10; tries++)
    expect((await send("/sign-in", { ...SIGN_IN, name: "someone" })).status).toBe(422);
  const [answer] = await Promise.all([
    page.waitForResponse((one) => one.request().method() === "POST"),
    page.keyboard.press("Enter"),
  ]);
  expect(answer.status()).toBe(429);
  expect(Number(answer.headers()["retry-after"])).toBeGreaterThan(0);
  await expect(page.getByText(/Try again in \d+ seconds/)).toBeVisible();
  expect((await send("/sign-in", { ...SIGN_IN, name: "another" })).status).toBe(422);
  await page.close();
});

test("locking out unknown browsers doesn't lock out the owner's browser", async () => {
  const owner = { name: "second-one", password: "correct horse battery" };
  const born = await send("/sign-up", { username: owner.name, email: "second@example.com", password: owner.password });
  const mark = born.headers.getSetCookie().find((one) => one.startsWith("device="))!;
  expect(mark).toMatch(/; HttpOnly; SameSite=Lax; Max-Age=31536000/);
  await expect(async () => expect((await send("/sign-in", { ...SIGN_IN, name: owner.name })).status).toBe(429)).toPass({
    intervals: [0],
  });
  const known = await send("/sign-in", owner, { cookie: mark.split(";")[0]! });
  expect(known.status).toBe(303);
  expect(known.headers.getSetCookie().some((one) => one.startsWith("session="))).toBe(true);
});

test("address headers are ignored when no proxy is trusted", async () => {
  const statuses = [];
  for (let tries = 0; tries < 12; tries++) {
    const headers = { "fly-client-ip": `192.0.2.${tries}`, "x-forwarded-for": `192.0.2.${tries}` };
    statuses.push((await send("/sign-in", { ...SIGN_IN, name: "forwarded" }, headers)).status);
  }
  expect(statuses.slice(-2)).toEqual([429, 429]);
});

test("readiness is reported, and metrics are visible to this machine but not through a proxy", async () => {
  // The disk is this machine's, and may be nearly full.
  const ready = await fetch(`${site.url}/readyz`);
  const disk = expect.stringMatching(/^ok$|% of the disk is free$/);
  expect(await ready.json()).toEqual({ ready: ready.status === 200, checks: { writing: "ok", disk, copies: "ok" } });
  expect(await (await fetch(`${site.url}/metrics`)).text()).toContain("crucible_requests_total");
  expect((await fetch(`${site.url}/metrics`, { headers: { "x-forwarded-for": "192.0.2.1" } })).status).toBe(404);
});
