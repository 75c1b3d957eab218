import { expectedScore } from "../elo";
import { pickIndex } from "~/domain/contest/random";
import { opponentsOf } from "./opponents";
import type { PairingContext, Choice } from "./strategy";

/**
 * Two settled entries far apart: even the lower bound of `a` is above the upper bound of `b`, and `a` is expected to win.
 * A judge who says otherwise again and again is not looking. `a` is the expected winner.
 */
export async function controlPair(asked: PairingContext): Promise<Choice | null> {
  const { view, constants, random, isOverexposed } = asked;
  const { sampleSize, controlVotes, controlChance } = constants;
  const settled = (await view.topByElo(sampleSize)).filter((one) => one.votes >= controlVotes && !isOverexposed(one));
  const a = settled[pickIndex(random, settled.length)];
  if (!a) return null;
  const opponents = await opponentsOf(asked, a, await view.bottomByElo(sampleSize));
  const clear = opponents.filter(
    (other) => other.votes >= controlVotes && a.lcb > other.ucb && expectedScore(a.elo, other.elo) >= controlChance,
  );
  const b = clear[pickIndex(random, clear.length)];
  return b ? { a, b, purpose: "control" } : null;
}
