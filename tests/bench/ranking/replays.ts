import { existsSync, readFileSync } from "node:fs";
import { fitStrengths } from "~/domain/crucible/rating/bradley-terry";
import { type Duel, toDuels } from "~/domain/crucible/rating/duels";
import type { Crowd } from "./run";

/** People who voted elsewhere: `seen` is the share of all pairs that somebody judged. */
export type Recording = { name: string; entries: number; votes: number; seen: number; crowd: Crowd };
type Vote = { a: string; b: string; won: number };

/** What was recorded on photographs and on answers of language models; the files that are absent. */
export function readRecordings(folder = process.env.REFERENCE_DATA ?? "../shared/reference") {
  const files = ["pwcmp_lf_quality.csv", "llmfao_crowd_comparisons.csv"];
  const absent = files.filter((file) => !existsSync(`${folder}/${file}`)).map((file) => `${folder}/${file}`);
  if (absent.length > 0) return { recordings: [], absent };
  const rows = readRows(`${folder}/${files[0]}`);
  const scenes = [...new Set(rows.map(({ scene }) => scene!))];
  const photographs = scenes.map((scene) =>
    record(scene, rows.filter((row) => row.scene === scene).map(photographVote)),
  );
  return { recordings: [...photographs, record("LLMFAO", readRows(`${folder}/${files[1]}`).map(answerVote))], absent };
}

// The truth is the fit of everything recorded. A served pair is answered by one of its recorded votes, drawn at random;
// one that nobody judged, by the fit.
function record(name: string, votes: readonly Vote[]): Recording {
  const names = [...new Set(votes.flatMap(({ a, b }) => [a, b]))];
  const duels = votes.map(({ a, b, won }): Duel => [names.indexOf(a), names.indexOf(b), won, 1 - won]);
  const truth = fitStrengths(names.length, toDuels(duels));
  const recorded = new Map<number, number[]>();
  for (const [a, b, won] of duels) {
    const key = Math.min(a, b) * names.length + Math.max(a, b);
    recorded.set(key, [...(recorded.get(key) ?? []), a < b ? won : 1 - won]);
  }
  const vote: Crowd["vote"] = (one, other, random) => {
    const [a, b] = [Math.min(one, other), Math.max(one, other)];
    const drawn = recorded.get(a * names.length + b);
    const chance = drawn?.[Math.floor(random() * drawn.length)] ?? 1 / (1 + Math.exp(truth[b]! - truth[a]!));
    return random() < chance ? a : b;
  };
  const pairs = (names.length * (names.length - 1)) / 2;
  return { name, entries: names.length, votes: votes.length, seen: recorded.size / pairs, crowd: { truth, vote } };
}

function photographVote(row: Record<string, string>): Vote {
  const side = (n: 1 | 2) => `${row[`dist_type${n}`]}-${row[`dist_level${n}`]}`;
  return { a: side(1), b: side(2), won: row.selected === "1" ? 1 : 0 };
}

function answerVote({ left, right, winner }: Record<string, string>): Vote {
  return { a: left!, b: right!, won: winner === "tie" ? 0.5 : winner === "left" ? 1 : 0 };
}

function readRows(path: string) {
  const [header, ...lines] = readFileSync(path, "utf8")
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(","));
  return lines.map((line) => Object.fromEntries(line.map((field, i) => [header![i]!, field])));
}
