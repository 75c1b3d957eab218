import { expect } from "playwright/test";
import type { Page } from "playwright/test";
import type { RunningSite } from "./server";
import { wizardText } from "~/ui/crucible/wizard/wizard-words";

const NAME = "Three of a kind";

/** Opens a crucible through the wizard, with the first picture of the library on its cover; answers with its address. */
export async function openCrucible(page: Page, site: RunningSite, fee: number) {
  await page.goto(`${site.url}/crucibles/new/basics`);
  await page.getByLabel("Name").fill(NAME);
  await page.getByRole("group", { name: "Cover" }).getByRole("radio").first().check({ force: true });
  await page.getByRole("button", { name: wizardText.entryRules }).last().click();
  await page.getByLabel(wizardText.entryFee).fill(String(fee));
  await page.getByRole("button", { name: "Prizes" }).last().click();
  await page.getByRole("button", { name: "Review" }).last().click();
  await page.getByRole("button", { name: /^Create/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: NAME })).toBeVisible();
  return page.url();
}

export function idOf(address: string) {
  return /crucibles\/(\d+)/.exec(address)![1]!;
}
