import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "playwright/test";
import { pages, signIn } from "../pages";
import { startSite } from "./server";
import type { RunningSite } from "./server";

let site: RunningSite;

test.describe.configure({ mode: "default" });

test.beforeAll(async () => {
  site = await startSite({ DEMO: "true" });
});

test.afterAll(() => site.stop());

for (const { name, path, as } of pages) {
  test(`${name} has nothing that axe objects to, dark or light, wide or narrow`, async ({ browser }) => {
    const context = await browser.newContext({ colorScheme: "dark", reducedMotion: "reduce" });
    if (as) await signIn(context, site.url, as);
    const page = await context.newPage();
    await page.goto(site.url + path);
    for (const [colorScheme, width] of [["dark", 1280], ["light", 320]] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`)).toEqual([]);
      const [wide, seen] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
      expect(wide, "nothing scrolls sideways").toBeLessThanOrEqual(seen!);
    }
    await context.close();
  });
}
