import { prizes } from "../schema";

/** The prizes after a button was pressed: `add-place`, `remove-2`; null for any other button. */
export function changePrizes(amounts: readonly string[], intent: string): string[] | null {
  if (intent === "add-place")
    return amounts.length < prizes.maxPlaces ? [...amounts, amounts.at(-1) ?? "100"] : [...amounts];
  const [, place] = /^remove-(\d{1,2})$/.exec(intent) ?? [];
  if (!place) return null;
  return amounts.length > 1 ? amounts.filter((_, at) => at !== Number(place) - 1) : [...amounts];
}
