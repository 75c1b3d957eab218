import type { Page } from "playwright/test";
import { turnOf, widths } from "../looks";
import { test } from "./sites";

type Declare = (title: string) => void;
type Way = { javaScriptEnabled: boolean; width: number };

const all: Way[] = widths.flatMap((width) => [
  { javaScriptEnabled: true, width },
  { javaScriptEnabled: false, width },
]);

/**
 * A test that is run in one of six ways: with or without JavaScript, 320, 768 or 1280 px wide. Which one depends on its
 * title, so between them the journeys meet all six; `WAYS=all` runs each of them in all six. Every page that it opens is
 * of that way, and `javaScriptEnabled` tells it which. `declare` calls `test` itself so that reports name its file.
 */
export function journey(title: string, declare: Declare) {
  inWays(title, declare, [all[turnOf(title, all.length)]!]);
}

/** The journey that its module stands or falls with: always run with and without JavaScript, at two widths. */
export function mainJourney(title: string, declare: Declare) {
  const turn = turnOf(title, widths.length);
  inWays(title, declare, [
    { javaScriptEnabled: true, width: widths[turn]! },
    { javaScriptEnabled: false, width: widths[(turn + 1) % widths.length]! },
  ]);
}

function inWays(title: string, declare: Declare, few: Way[]) {
  for (const way of process.env.WAYS === "all" ? all : few) {
    const { javaScriptEnabled, width } = way;
    test.describe(`${javaScriptEnabled ? "with" : "without"} JavaScript, ${width} px wide`, () => {
      test.use({ javaScriptEnabled, viewport: { width, height: 800 } });
      declare(title);
    });
  }
}

/** Waits until the page's own scripts have taken it over. */
export async function waitForHydration(page: Page) {
  await page.waitForFunction(() =>
    Object.keys(document.querySelector("main") ?? {}).some((key) => key.startsWith("__reactFiber")),
  );
}
