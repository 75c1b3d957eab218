import { pickIndex } from "~/domain/contest/random";
import type { Random } from "~/domain/contest/random";
import { themes } from "./themes";
import type { Theme } from "./themes";

/** Three different themes out of the site’s own. */
export function suggestThemes(random: Random, count = 3): Theme[] {
  const chosen = new Set<number>();
  while (chosen.size < Math.min(count, themes.length)) chosen.add(pickIndex(random, themes.length));
  return [...chosen].map((at) => themes[at]!);
}
