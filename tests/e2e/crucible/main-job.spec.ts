import { expect } from "playwright/test";
import type { Browser, Page } from "playwright/test";
import { photos } from "../../photos";
import { idOf, openCrucible } from "../opening";
import { startSite } from "../server";
import type { RunningSite } from "../server";
import { test } from "../sites";
import { mainJourney } from "../ways";
import { libraryText } from "~/ui/parts/library-words";
import { judgeText } from "~/ui/crucible/judge/judge-words";
import { crucibleText } from "~/ui/crucible/crucible-words";
import { accountText } from "~/ui/parts/account-words";
import { submitText } from "~/ui/contest/submit-words";

const FEE = 120;
const people = ["first-maker", "second-maker", "third-maker"];

mainJourney("three people sign up, enter, judge and are paid", (title) =>
  test(title, async ({ browser, javaScriptEnabled }) => {
    const site = await startSite();
    try {
      const pictures = await photos(3);
      const makers = await Promise.all(
        people.map((name, i) => join(browser, site, { name, javaScriptEnabled, picture: pictures[i]! })),
      );
      const address = await openCrucible(makers[0]!, site, FEE);
      await Promise.all(makers.map((maker) => enter(maker, address)));
      await Promise.all(makers.map((maker) => judgeUntilCaughtUp(maker, address)));
      site.moveClock(8.1);
      await everyoneIsPaid(makers, site, address);
    } finally {
      await site.stop();
    }
  }),
);

type Joining = { name: string; javaScriptEnabled?: boolean; picture: string };

async function join(browser: Browser, site: RunningSite, { name, javaScriptEnabled, picture }: Joining) {
  const page = await browser.newPage();
  await page.goto(`${site.url}/sign-up`);
  await page.getByLabel("Username").fill(name);
  await page.getByLabel("Email").fill(`${name}@example.invalid`);
  await page.getByLabel("Password").fill("a long password");
  await page.getByRole("main").getByRole("button").first().click();
  await expect(page.getByText(accountText.welcome(name, 1_000))).toBeVisible();
  await page.goto(`${site.url}/library`);
  await page.getByLabel(libraryText.chooseFiles).setInputFiles(picture);
  if (!javaScriptEnabled) await page.getByRole("button", { name: "Upload", exact: true }).click();
  await expect(page.getByText("1 item,")).toBeVisible();
  return page;
}

async function enter(page: Page, address: string) {
  await page.goto(new URL(`/crucibles/${idOf(address)}/submit`, address).href);
  await page.getByRole("checkbox").first().check({ force: true });
  await page.getByRole("button", { name: /^Submit/ }).click();
  await expect(page.getByText(submitText.submitted(1, FEE))).toBeVisible();
}

// Of three entries each may judge the two that are not their own: one pair.
async function judgeUntilCaughtUp(page: Page, address: string) {
  await page.goto(new URL(`/crucibles/${idOf(address)}/judge`, address).href);
  await page.getByRole("button", { name: judgeText.showFirstPair }).click();
  await page.getByRole("button", { name: /^(Left|Top)\b/ }).click();
  await expect(page.getByRole("heading", { name: judgeText.judgedAll })).toBeVisible();
}

async function everyoneIsPaid(makers: Page[], site: RunningSite, address: string) {
  const pool = FEE * makers.length;
  await expect(async () => {
    await makers[0]!.goto(address);
    await expect(makers[0]!.getByText(crucibleText.howCalculated)).toBeVisible({ timeout: 500 });
  }).toPass();
  const prizes = [];
  for (const page of makers) {
    await page.goto(`${site.url}/wallet?kind=prize`);
    const words = await page.getByRole("row", { name: /Prize/ }).innerText();
    prizes.push(Number(/\+(\d+)/.exec(words)![1]));
    await expect(async () => {
      await page.goto(`${site.url}/notifications`);
      await expect(page.getByText(/You placed #[123] in Three of a kind and earned/).first()).toBeVisible({
        timeout: 500,
      });
    }).toPass();
  }
  expect(prizes.sort((a, b) => b - a)).toEqual([pool * 0.5, pool * 0.3, pool * 0.2]);
}
