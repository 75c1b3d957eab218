import { fitStrengths } from "./bradley-terry";
import { groupByPair, sumVotes, type WeightedVote } from "./duels";
import { findPartisans, type Partisans } from "./partisans";

/** Each round takes at least one entry off the paid places, or ends it. */
const ROUNDS = 12;

type Input = {
  entryCount: number;
  /** Those that weigh something. */
  votes: readonly WeightedVote[];
  ranked: (entry: number) => boolean;
  /** How many are paid: nobody gains by being pushed to any other. */
  places: number;
};

/**
 * Which votes don't count because they are a partisan's on their entry, and whose partisans were found. Only entries on paid
 * places are asked about; when some go, the places are looked at again, until none has any. `dropped` is by vote.
 */
export function findRigging({ entryCount, votes, ranked, places }: Input) {
  const dropped = new Uint8Array(votes.length);
  const pairs = groupByPair(votes);
  const found = new Map<number, Partisans>();
  let theta: Float64Array | undefined;
  for (let round = 0; round < ROUNDS; round += 1) {
    theta = fitStrengths(
      entryCount,
      sumVotes(votes, pairs, (vote, i) => (dropped[i] ? 0 : vote.weight)),
      { from: theta },
    );
    const paid = paidBy(theta, ranked, places).filter((entry) => !found.has(entry));
    const rings = paid.flatMap((entry) => findPartisans(entry, votes, theta!) ?? []);
    if (rings.length === 0) break;
    for (const ring of rings) {
      found.set(ring.entry, ring);
      drop(ring, votes, dropped);
    }
  }
  return { dropped, partisans: [...found.values()] };
}

function paidBy(theta: Float64Array, ranked: (entry: number) => boolean, places: number) {
  const order = Array.from(theta, (_, entry) => entry).filter(ranked);
  return order.sort((a, b) => theta[b]! - theta[a]! || a - b).slice(0, places);
}

function drop({ entry, judges }: Partisans, votes: readonly WeightedVote[], dropped: Uint8Array) {
  const loyal = new Set(judges.map(({ judge }) => judge));
  votes.forEach(({ winner, loser, judge }, i) => {
    if ((winner === entry || loser === entry) && loyal.has(judge)) dropped[i] = 1;
  });
}
