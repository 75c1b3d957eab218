import { parseArgs } from "node:util";
import { seededRandom } from "~/domain/contest/random";
import type { Random } from "~/domain/contest/random";
import { fairOrder } from "~/domain/challenge/entering/fair-order";
import { endRule, laterShare, reviewsPerPerson } from "~/domain/challenge/schema";
import { byDuels, byTotal, review, truth } from "./ends";
import { makeWorld } from "./world";
import type { Entry, World } from "./world";

// How many prizes go to people who are not among the best: by total alone, by the median of three looks, and by rounds and
// a final; and what becomes of it by who is reviewed at all. All constants are flags.

const { values } = parseArgs({
  options: {
    people: { type: "string", default: "40" },
    entries: { type: "string", default: "100" },
    places: { type: "string", default: "3" },
    reviews: { type: "string", default: "50" },
    accuracy: { type: "string", default: "0.77" },
    bias: { type: "string", default: "0.3" },
    repeat: { type: "string", default: "0" },
    taste: { type: "string", default: "0" },
    strong: { type: "string", default: "0.46" },
    weak: { type: "string", default: "0.26" },
    looks: { type: "string", default: "3" },
    best: { type: "string", default: String(endRule.best) },
    rounds: { type: "string", default: String(endRule.rounds) },
    finalists: { type: "string", default: String(endRule.leastFinalists) },
    shares: { type: "string", default: `0.5,${laterShare},0` },
    runs: { type: "string", default: "2000" },
    seed: { type: "string", default: "1" },
  },
});
const { shares, ...numbers } = values;
const n = Object.fromEntries(Object.entries(numbers).map(([name, text]) => [name, Number(text)])) as Record<
  keyof typeof numbers,
  number
>;
const shape = { best: n.best, rounds: n.rounds, finalists: n.finalists };

/** Who is reviewed, of more entries than reviews. */
const orders: Record<string, (world: World) => Entry[]> = {
  everything: ({ entries }) => entries,
  "first come": ({ entries }) => byArrival(entries).slice(0, n.reviews),
  "by lot": ({ entries }) => [...entries].sort((a, b) => a.lot - b.lot).slice(0, n.reviews),
  ...Object.fromEntries(
    shares
      .split(",")
      .map((share) => [
        `first entries as they come, later ones up to ${share} of the reviews, the rest at the end`,
        ({ entries }: World) => ours(entries, Number(share)),
      ]),
  ),
};

function byArrival(entries: readonly Entry[]) {
  return [...entries].sort((a, b) => a.arrival - b.arrival);
}

/** As the site does it: everyone's first entry as it comes, later ones up to a share, the rest in rounds by lot. */
function ours(entries: readonly Entry[], share: number) {
  const { taken, own } = onArrival(entries, share);
  const waiting = entries.filter((entry) => !taken.includes(entry));
  const rest = fairOrder(
    waiting.map(({ entrantId, id, lot }) => ({ entrantId, pixelHash: String(id), lot })),
    own,
  );
  return [...taken, ...rest.slice(0, n.reviews - taken.length).map(({ pixelHash }) => entries[Number(pixelHash)]!)];
}

/** What is reviewed before the end, and how many of each person. */
function onArrival(entries: readonly Entry[], share: number) {
  const taken: Entry[] = [];
  const own = new Map<number, number>();
  for (const entry of byArrival(entries)) {
    const before = own.get(entry.entrantId) ?? 0;
    const turn = before === 0 || (before < reviewsPerPerson && taken.length < Math.floor(n.reviews * share));
    if (!turn || taken.length >= n.reviews) continue;
    taken.push(entry);
    own.set(entry.entrantId, before + 1);
  }
  return { taken, own };
}

/** How many people with more than one entry see a score for a second one before the end. */
function earlySecondScores(share: number) {
  let [several, early] = [0, 0];
  for (let run = 0; run < n.runs; run += 1) {
    const { entries } = makeWorld({ ...n, r: n.strong }, seededRandom(n.seed * 1_000_003 + run));
    const counts = Map.groupBy(entries, ({ entrantId }) => entrantId);
    several += [...counts.values()].filter(({ length }) => length > 1).length;
    early += [...onArrival(entries, share).own.values()].filter((count) => count > 1).length;
  }
  return `${(early / n.runs).toFixed(1)} of ${(several / n.runs).toFixed(1)}`;
}

type Way = (world: World, reviewed: Entry[], random: Random) => number[];
const ways: Record<string, Way> = {
  "total alone": (world, reviewed, random) => byTotal(review(world, reviewed, 1, random)),
  [`median of ${n.looks} looks`]: (world, reviewed, random) => byTotal(review(world, reviewed, n.looks, random)),
  "rounds and a final": (world, reviewed, random) => byDuels(world, review(world, reviewed, 1, random), shape, random),
};

function wrongShare(way: Way, order: (world: World) => Entry[], r: number) {
  let [wrong, leftOut] = [0, 0];
  for (let run = 0; run < n.runs; run += 1) {
    const random = seededRandom(n.seed * 1_000_003 + run);
    const world = makeWorld({ ...n, r }, random);
    const reviewed = order(world);
    const best = truth(world, n.places);
    wrong += way(world, reviewed, random)
      .slice(0, n.places)
      .filter((person) => !best.includes(person)).length;
    leftOut += n.people - new Set(reviewed.map(({ entrantId }) => entrantId)).size;
  }
  return { wrong: wrong / (n.runs * n.places), leftOut: leftOut / n.runs };
}

console.log(
  `Prizes on the wrong people, at a score correlation of ${n.strong} / ${n.weak}: ${n.places} places, ${n.people} people, ` +
    `${n.entries} entries, ${n.reviews} reviews, pair accuracy ${n.accuracy}, order bias ${n.bias}, mistakes repeated ${n.repeat}, of taste ${n.taste}`,
);
for (const [who, order] of Object.entries(orders)) {
  console.log(`\nReviewed: ${who}`);
  for (const [name, way] of Object.entries(ways)) {
    const [strong, weak] = [wrongShare(way, order, n.strong), wrongShare(way, order, n.weak)];
    const share = `${strong.wrong.toFixed(2)} / ${weak.wrong.toFixed(2)}`;
    console.log(`  ${name.padEnd(24)} ${share}   left out ${strong.leftOut.toFixed(1)}`);
  }
}
console.log("\nPeople with several entries who see a score for a second one before the end");
for (const share of shares.split(","))
  console.log(`  a share of ${share.padEnd(13)} ${earlySecondScores(Number(share))}`);
