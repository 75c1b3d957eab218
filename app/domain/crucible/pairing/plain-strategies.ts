import { leastVoted } from "./coverage";
import { maxBy, opponentsOf } from "./opponents";
import type { PairingContext, Choice } from "./strategy";

// What title matches are measured against in the simulator.

/** Any two. */
export async function uniformPair(asked: PairingContext): Promise<Choice | null> {
  const sample = await asked.view.sample(asked.constants.sampleSize);
  const [a, ...others] = sample.filter((one) => !asked.isOverexposed(one));
  if (!a) return null;
  const [b] = await opponentsOf(asked, a, others);
  return b ? { a, b, purpose: "coverage" } : null;
}

/** The entry with the fewest votes against the one nearest in rating. */
export async function nearestPair(asked: PairingContext): Promise<Choice | null> {
  const { view, constants } = asked;
  const a = await leastVoted(asked);
  if (!a) return null;
  const opponents = await opponentsOf(asked, a, await view.aroundElo(a.elo, constants.sampleSize));
  const b = maxBy(opponents, ({ elo }) => -Math.abs(elo - a.elo));
  return b ? { a, b, purpose: "coverage" } : null;
}

/** The entry with the fewest votes against an anchor at first, then an uncertain one, then one within 100 points. */
export async function phaseBasedPair(asked: PairingContext): Promise<Choice | null> {
  const { view, constants } = asked;
  const a = await leastVoted(asked);
  if (!a) return null;
  const opponents = await opponentsOf(asked, a, await view.sample(constants.sampleSize));
  const b = maxBy(opponents, (other) => {
    if (a.votes <= 5) return other.votes;
    if (a.votes <= 20) return other.sd;
    return -Math.max(100, Math.abs(other.elo - a.elo));
  });
  return b ? { a, b, purpose: "coverage" } : null;
}
