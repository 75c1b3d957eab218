import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { fitStrengths } from "./bradley-terry";
import { type Duel, toDuels } from "./duels";

const folder = process.env.REFERENCE_DATA ?? "../shared/reference";

// Recorded votes with evalica's published fits of them; a tie is half a win for each side.
test.each([
  ["evalica_food.csv", "evalica_food-golden.csv", ["left", "right", "winner"]],
  ["evalica_simple.csv", "evalica_simple-golden.csv", ["left", "right", "winner"]],
  ["llmfao_crowd_comparisons.csv", "evalica_llmfao-golden.csv", ["left", "right", "winner"]],
] as const)("the fit of %s is evalica's", (votes, golden, columns) => {
  if (!existsSync(`${folder}/${votes}`)) return console.info(`${folder}/${votes} is absent: not compared`);
  const published = rows(golden).filter(([algorithm]) => algorithm === "bradley_terry");
  const names = published.map(([, item]) => item!);
  const theta = fitStrengths(names.length, duelsOf(votes, columns, names), { priorSd: Infinity });
  const odds = Array.from(theta, Math.exp);
  const total = odds.reduce((sum, one) => sum + one, 0);
  published.forEach(([, , share], i) => expect(odds[i]! / total).toBeCloseTo(Number(share), 6));
});

function duelsOf(file: string, columns: readonly string[], names: string[]) {
  const [header, ...votes] = rows(file);
  const [left, right, winner] = columns.map((column) => header!.indexOf(column)) as [number, number, number];
  return toDuels(
    votes.map((vote): Duel => {
      const won = { left: 1, right: 0, tie: 0.5 }[vote[winner]!]!;
      return [names.indexOf(vote[left]!), names.indexOf(vote[right]!), won, 1 - won];
    }),
  );
}

function rows(file: string) {
  const lines = readFileSync(`${folder}/${file}`, "utf8").trim().split(/\r?\n/);
  return lines.map((line) => line.split(","));
}
