import type { Page } from "playwright/test";
import { test } from "./sites";

export const widths = [320, 768, 1280] as const;

/** The ways in which pages are used. */
const all = widths.flatMap((width) => [wayOf(true, width), wayOf(false, width)]);

/**
 * A test that is made in several ways: once with and once without JavaScript, each at a width that depends on the title,
 * so that between them the journeys meet all six; `WAYS=all` makes each of them in all six. Every page that it opens is of
 * that way, and `javaScriptEnabled` tells it which. It is `declare` that calls `test`, for reports to name its file.
 */
export function journey(title: string, declare: (title: string) => void) {
  const turn = [...title].reduce((sum, letter) => sum + letter.codePointAt(0)!, 0) % widths.length;
  const few = [wayOf(true, widths[turn]!), wayOf(false, widths[(turn + 1) % widths.length]!)];
  for (const { words, ...way } of process.env.WAYS === "all" ? all : few) {
    test.describe(words, () => {
      test.use(way);
      declare(title);
    });
  }
}

function wayOf(javaScriptEnabled: boolean, width: number) {
  const words = `${javaScriptEnabled ? "with" : "without"} JavaScript, ${width} px wide`;
  return { words, javaScriptEnabled, viewport: { width, height: 800 } };
}

/** Waits until the page's own scripts have taken it over. */
export async function comesAlive(page: Page) {
  await page.waitForFunction(() =>
    Object.keys(document.querySelector("main") ?? {}).some((key) => key.startsWith("__reactFiber")),
  );
}
