import { pickIndex } from "~/domain/contest/random";
import type { Random } from "~/domain/contest/random";
import { themes } from "./themes";
import type { Theme } from "./themes";

const USE = "use:";

/** What the button of a suggestion sends. */
export function intentFor({ theme }: Pick<Theme, "theme">) {
  return USE + theme;
}

/** The theme that a button asks for; null for any other button. */
export function themeIn(intent: string): Theme | null {
  return intent.startsWith(USE) ? (themes.find(({ theme }) => intentFor({ theme }) === intent) ?? null) : null;
}

/** Three different themes out of the site’s own. */
export function suggestThemes(random: Random, count = 3): Theme[] {
  const chosen = new Set<number>();
  while (chosen.size < Math.min(count, themes.length)) chosen.add(pickIndex(random, themes.length));
  return [...chosen].map((at) => themes[at]!);
}
