import { looksOf } from "../looks";
import type { Looks } from "../looks";
import { lookPrices } from "../schema";

export type Cost = {
  prizes: number;
  looks: Looks;
  /** Whole Buzz for one look; 0 where people judge. */
  lookPrice: number;
  looksCost: number;
  all: number;
};

type Priced = { prizes: readonly number[]; reviews: number; careful: boolean };

/** What opening a challenge costs, in whole Buzz. Looks are free where people judge: nobody is asked for one. */
export function costOf({ prizes, reviews, careful }: Priced, judgedBy: "model" | "people"): Cost {
  const sum = prizes.reduce((all, amount) => all + amount, 0);
  const looks = looksOf(reviews, prizes.length);
  const lookPrice = judgedBy === "people" ? 0 : careful ? lookPrices.careful : lookPrices.standard;
  return { prizes: sum, looks, lookPrice, looksCost: looks.all * lookPrice, all: sum + looks.all * lookPrice };
}
