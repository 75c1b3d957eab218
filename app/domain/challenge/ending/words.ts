import { endRule } from "../schema";

/** What a page says about how a challenge was judged; facts alone, in Markdown. */
export type Facts = {
  entries: number;
  people: number;
  reviewed: number;
  offTheme: number;
  aside: number;
  byHand: boolean;
  best: number;
  finalists: number;
  labels: readonly string[];
};

export function processText({ entries, people, reviewed, offTheme, aside, byHand, best, finalists, labels }: Facts) {
  const by = new Intl.ListFormat("en").format(labels);
  const all = `${plural(entries, "entry", "entries")} from ${plural(people, "person", "people")}.`;
  const first = `${reviewed === entries ? "Every entry" : `${reviewed.toLocaleString("en")} of them`} got one review, without its author’s name, for ${by}${byHand ? ", by hand" : ""}.`;
  const out = [
    offTheme > 0 ? `${plural(offTheme, "entry", "entries")} missed the theme and can’t be placed.` : "",
    aside > 0 ? `${plural(aside, "entry", "entries")} had words in it that speak to the judge, and was set aside.` : "",
  ];
  const then =
    byHand || finalists < 2
      ? "The totals decide the order."
      : `The best ${best} then met two at a time for ${endRule.rounds} rounds, and the last ${finalists} all against all, each pair both ways around.`;
  return [`${all} ${first}`, out.filter(Boolean).join(" "), then].filter(Boolean).join("\n\n");
}

/** Where no words were written about the winner: what the totals say. */
export function verdictText(winner: string | null, total: number) {
  return winner === null
    ? "Nobody was placed, so all prizes went back."
    : `${winner} won with ${(total / 100).toFixed(2)} of 10.`;
}

function plural(count: number, one: string, many: string) {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}
