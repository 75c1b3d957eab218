import { randomUUID } from "node:crypto";
import { expect } from "playwright/test";
import type { Browser, BrowserContextOptions, Page } from "playwright/test";
import type { RunningSite } from "./server";
import { judgeText } from "~/ui/crucible/judge/judge-words";

/** The demo's contests: one about to end, one in full run, one yet to start. */
export const [SMALL, OPEN, LATER] = [2, 3, 4] as const;

export function judgePath(crucible: number) {
  return `/crucibles/${crucible}/judge`;
}

/** A page of somebody who has just joined. */
export async function newJudge(browser: Browser, site: RunningSite, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ baseURL: site.url, ...options });
  const page = await context.newPage();
  const username = `judge-${randomUUID().slice(0, 8)}`;
  const form = { username, email: `${username}@example.invalid`, password: "a-long-password" };
  await page.request.post("/sign-up", { form, headers: { origin: site.url }, maxRedirects: 0 });
  return page;
}

/** Sits somebody down at a crucible for the first time. */
export async function sit(page: Page, crucible: number = OPEN) {
  await page.goto(judgePath(crucible));
  await page.getByRole("button", { name: judgeText.showFirstPair }).click();
  await expect(page.getByRole("heading", { name: /^Pair 1:/ })).toBeAttached();
}

/** A figure of the bar. */
export function figure(page: Page, label: string) {
  return page.locator(".top-judge .stats > div", { hasText: label }).locator("dd");
}

/** Which pair is on the screen. */
export function token(page: Page) {
  return page.locator(".arena > input[name=pair]").inputValue();
}

/** Answers behind the page's back. */
export async function post(page: Page, crucible: number, form: Record<string, string>) {
  const origin = new URL(page.url()).origin;
  const answer = await page.request.post(`${origin}${judgePath(crucible)}/answers`, { form, headers: { origin } });
  return answer.json();
}
