import { expect } from "playwright/test";
import type { Page } from "playwright/test";
import type { RunningSite } from "./server";
import { wizardText } from "~/ui/crucible/wizard/wizard-words";

/** The wizard of a site, as its pages are gone through. */
export function wizardOf(site: RunningSite) {
  const step = (page: Page, name: string) => page.goto(`${site.url}/crucibles/new/${name}`);

  async function fillBasics(page: Page, name: string) {
    await step(page, "basics");
    await page.getByLabel("Name").fill(name);
    await page.locator(".choice input").first().check();
    await next(page, wizardText.entryRules);
    await expect(page).toHaveURL(/\/new\/entry$/);
  }

  return { step, fillBasics };
}

export function next(page: Page, name: string) {
  return page.locator(".formbar").getByRole("button", { name }).click();
}

export function costs(page: Page) {
  return page.getByRole("region", { name: wizardText.yourCost });
}
