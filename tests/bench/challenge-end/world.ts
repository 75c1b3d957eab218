import type { Random } from "~/domain/contest/random";

/** One simulated challenge: who is how good, and a judge that is wrong as often as measured. */
export type World = { people: number; entries: Entry[]; judge: JudgeModel };
/** `seen` is what the judge makes of an entry each time it looks: the part of its mistakes that doesn’t go away. */
export type Entry = { id: number; entrantId: number; quality: number; seen: number; arrival: number; lot: number };

export type JudgeModel = {
  /** The correlation of a score with the quality. */
  r: number;
  /** How much a difference in quality weighs in a duel, from the accuracy that was asked for. */
  slope: number;
  /** Added for whoever stands first. */
  bias: number;
  /** The share of its mistakes, 0 to 1, that it repeats about the same entry or the same pair. */
  repeat: number;
  /** The share of its mistakes in duels, 0 to 1, that comes from what it makes of each entry, as its scores do. */
  taste: number;
  /** Its standing mistake about a pair, a normal number, as seen from the lower id. */
  pairs: Map<string, number>;
};

export type Settings = {
  people: number;
  entries: number;
  r: number;
  accuracy: number;
  bias: number;
  repeat: number;
  taste: number;
};

/** A number of a normal distribution of mean 0 and deviation 1 (Box and Muller, 1958). */
function normal(random: Random) {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** People of different skill with one to many entries each; the eager enter first. */
export function makeWorld(settings: Settings, random: Random): World {
  const { people, entries, r, accuracy, bias, repeat, taste } = settings;
  const skill = Array.from({ length: people }, () => normal(random));
  const owners = Array.from({ length: entries }, (_, id) => (id < people ? id : Math.floor(people * random() ** 2)));
  const all = owners.map((entrantId, id) => ({
    id,
    entrantId,
    quality: (skill[entrantId]! + normal(random)) / Math.SQRT2,
    seen: normal(random),
    arrival: random() + entrantId / people,
    lot: Math.floor(random() * 2 ** 31),
  }));
  return { people, entries: all, judge: { r, slope: slopeFor(accuracy), bias, repeat, taste, pairs: new Map() } };
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
export function scoreOf({ r, repeat }: JudgeModel, { quality, seen }: Entry, random: Random) {
  const mistake = Math.sqrt(repeat) * seen + Math.sqrt(1 - repeat) * normal(random);
  const score = 600 + 130 * (r * quality + Math.sqrt(1 - r * r) * mistake);
  return Math.max(0, Math.min(1000, Math.round(score / 5) * 5));
}

/** Whether the first of two is chosen, by a logistic mistake. */
export function firstWins(judge: JudgeModel, first: Entry, second: Entry, random: Random) {
  const { slope, bias, repeat, taste } = judge;
  const liking = (first.seen - second.seen) / Math.SQRT2;
  const ofPair =
    Math.sqrt(repeat) * standingMistake(judge, first, second, random) + Math.sqrt(1 - repeat) * normal(random);
  const mistake = logistic(Math.sqrt(taste) * liking + Math.sqrt(1 - taste) * ofPair);
  return slope * (first.quality - second.quality) + bias + mistake > 0;
}

/** The same whichever stands first. */
function standingMistake({ pairs }: JudgeModel, first: Entry, second: Entry, random: Random) {
  const [low, high] = [Math.min(first.id, second.id), Math.max(first.id, second.id)];
  const key = `${low}:${high}`;
  if (!pairs.has(key)) pairs.set(key, normal(random));
  return first.id === low ? pairs.get(key)! : -pairs.get(key)!;
}

/** A normal number as the logistic one of the same rank (a normal distribution function by Bowling and others, 2009). */
function logistic(z: number) {
  return 0.07056 * z ** 3 + 1.5976 * z;
}
