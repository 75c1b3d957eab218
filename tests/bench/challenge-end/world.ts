import type { Random } from "~/domain/contest/random";

/** One simulated challenge: who is how good, and a judge that is wrong as often as measured. */
export type World = { people: number; entries: Entry[]; judge: JudgeModel };
export type Entry = { id: number; entrantId: number; quality: number; arrival: number; lot: number };

export type JudgeModel = {
  /** The correlation of a score with the quality. */
  r: number;
  /** How much a difference in quality weighs in a duel, from the accuracy that was asked for. */
  slope: number;
  /** Added for whoever stands first. */
  bias: number;
};

export type Settings = { people: number; entries: number; r: number; accuracy: number; bias: number };

/** A number of a normal distribution of mean 0 and deviation 1 (Box and Muller, 1958). */
function normal(random: Random) {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** People of different skill with one to many entries each; the eager enter first. */
export function makeWorld({ people, entries, r, accuracy, bias }: Settings, random: Random): World {
  const skill = Array.from({ length: people }, () => normal(random));
  const owners = Array.from({ length: entries }, (_, id) => (id < people ? id : Math.floor(people * random() ** 2)));
  const all = owners.map((entrantId, id) => ({
    id,
    entrantId,
    quality: (skill[entrantId]! + normal(random)) / Math.SQRT2,
    arrival: random() + entrantId / people,
    lot: Math.floor(random() * 2 ** 31),
  }));
  return { people, entries: all, judge: { r, slope: slopeFor(accuracy), bias } };
}

const slopes = new Map<number, number>();

/** The slope at which a duel of two random entries comes out right with this chance. */
function slopeFor(accuracy: number) {
  const known = slopes.get(accuracy);
  if (known !== undefined) return known;
  let [low, high] = [0, 50];
  for (let step = 0; step < 50; step += 1) {
    const middle = (low + high) / 2;
    if (accuracyOf(middle) < accuracy) low = middle;
    else high = middle;
  }
  slopes.set(accuracy, low);
  return low;
}

/** The chance that a duel comes out right, over the differences of two normal qualities. */
function accuracyOf(slope: number) {
  let [sum, weight] = [0, 0];
  for (let difference = 0.005; difference < 8; difference += 0.01) {
    const density = Math.exp((-difference * difference) / 4);
    sum += density / (1 + Math.exp(-slope * difference));
    weight += density;
  }
  return sum / weight;
}

/** A score of 0 to 1000. */
export function scoreOf({ r }: JudgeModel, quality: number, random: Random) {
  const seen = r * quality + Math.sqrt(1 - r * r) * normal(random);
  return Math.max(0, Math.min(1000, Math.round((600 + 130 * seen) / 5) * 5));
}

/** Whether the first of two is chosen. */
export function firstWins({ slope, bias }: JudgeModel, first: number, second: number, random: Random) {
  return random() < 1 / (1 + Math.exp(-(slope * (first - second) + bias)));
}
