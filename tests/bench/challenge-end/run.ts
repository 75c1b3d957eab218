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
    best: { type: "string", default: String(endRule.best) },
    rounds: { type: "string", default: String(endRule.rounds) },
    finalists: { type: "string", default: String(endRule.leastFinalists) },
    share: { type: "string", default: String(laterShare) },
    runs: { type: "string", default: "2000" },
    seed: { type: "string", default: "1" },
  },
});
const n = Object.fromEntries(Object.entries(values).map(([name, text]) => [name, Number(text)])) as Record<
  keyof typeof values,
  number
>;
const shape = { best: n.best, rounds: n.rounds, finalists: n.finalists };

/** Who is reviewed, of more entries than reviews. */
const orders: Record<string, (world: World) => Entry[]> = {
  everything: ({ entries }) => entries,
  "first come": ({ entries }) => byArrival(entries).slice(0, n.reviews),
  "by lot": ({ entries }) => [...entries].sort((a, b) => a.lot - b.lot).slice(0, n.reviews),
  "first entries, a share for more, the rest at the end": ({ entries }) => ours(entries),
};

function byArrival(entries: readonly Entry[]) {
  return [...entries].sort((a, b) => a.arrival - b.arrival);
}

/** As the site does it: everyone's first entry as it comes, later ones up to a share, the rest in rounds by lot. */
function ours(entries: readonly Entry[]) {
  const taken: Entry[] = [];
  const own = new Map<number, number>();
  for (const entry of byArrival(entries)) {
    const before = own.get(entry.entrantId) ?? 0;
    const turn = before === 0 || (before < reviewsPerPerson && taken.length < Math.floor(n.reviews * n.share));
    if (!turn || taken.length >= n.reviews) continue;
    taken.push(entry);
    own.set(entry.entrantId, before + 1);
  }
  const waiting = entries.filter((entry) => !taken.includes(entry));
  const rest = fairOrder(
    waiting.map(({ entrantId, id, lot }) => ({ entrantId, pixelHash: String(id), lot })),
    own,
  );
  return [...taken, ...rest.slice(0, n.reviews - taken.length).map(({ pixelHash }) => entries[Number(pixelHash)]!)];
}

type Way = (world: World, reviewed: Entry[], random: Random) => number[];
const ways: Record<string, Way> = {
  "total alone": (world, reviewed, random) => byTotal(review(world, reviewed, 1, random)),
  "median of three looks": (world, reviewed, random) => byTotal(review(world, reviewed, 3, random)),
  "rounds and a final": (world, reviewed, random) => byDuels(world, review(world, reviewed, 1, random), shape, random),
};

function wrongShare(way: Way, order: (world: World) => Entry[], r: number) {
  let [wrong, leftOut] = [0, 0];
  for (let run = 0; run < n.runs; run += 1) {
    const random = seededRandom(n.seed * 1_000_003 + run);
    const world = makeWorld({ people: n.people, entries: n.entries, r, accuracy: n.accuracy, bias: n.bias }, random);
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
  `${n.people} people, ${n.entries} entries, ${n.reviews} reviews, pair accuracy ${n.accuracy}, order bias ${n.bias}`,
);
for (const [who, order] of Object.entries(orders)) {
  console.log(`\nReviewed: ${who}`);
  for (const [name, way] of Object.entries(ways)) {
    const [strong, weak] = [wrongShare(way, order, 0.46), wrongShare(way, order, 0.26)];
    const share = `${strong.wrong.toFixed(2)} / ${weak.wrong.toFixed(2)}`;
    console.log(`  ${name.padEnd(24)} ${share}   left out ${strong.leftOut.toFixed(1)}`);
  }
}
