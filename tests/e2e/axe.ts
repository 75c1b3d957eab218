import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright/test";
import type { AxeResults, RunOptions } from "axe-core";

type Axe = { run(about: Document, options: RunOptions): Promise<AxeResults> };

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The rules that look at colors: all that can differ between light and dark. */
const ABOUT_COLOR = ["color-contrast", "link-in-text-block"];

/** What axe objects to in the page as it is now. It is put there once for each page that is loaded. */
export async function faults(page: Page, { colors = false } = {}) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(source);
  const rules = colors ? { runOnly: ABOUT_COLOR } : {};
  return page.evaluate(
    async (options) => {
      const { violations } = await (window as unknown as { axe: Axe }).axe.run(document, options);
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
    },
    { resultTypes: ["violations" as const], ...rules },
  );
}
