import { pickIndex } from "~/domain/contest/random";
import { coveragePair, leastVoted } from "./coverage";
import { maxBy, isExhausted, opponentsOf } from "./opponents";
import { needsCoverage, titleShare } from "./situation";
import type { PairingContext, Choice } from "./strategy";

/** Title matches as they were first designed: by bounds, whatever the prizes. The simulator measures `title` against them. */
export async function titlePairByBounds(asked: PairingContext): Promise<Choice | null> {
  const { situation, constants, random } = asked;
  const least = await leastVoted(asked);
  if (needsCoverage(least, situation, constants) || random() >= titleShare(situation, constants))
    return coveragePair(asked, least);
  return (await titleMatch(asked)) ?? coveragePair(asked, least);
}

/** The shakiest of the top k against the likeliest to belong there, k any place up to just below the last paid one. */
async function titleMatch(asked: PairingContext): Promise<Choice | null> {
  const { view, situation, constants, random, isOverexposed } = asked;
  const places = Math.min(situation.percents.length, situation.entries) + constants.extraPlaces;
  const top = (await view.topByElo(places)).slice(0, 1 + pickIndex(random, places));
  const a = maxBy(
    top.filter((one) => !isOverexposed(one)),
    ({ lcb }) => -lcb,
  );
  if (!a) return null;
  const inside = new Set(top.map(({ id }) => id));
  const outside = (await view.topByUcb(places + constants.sampleSize)).filter(({ id }) => !inside.has(id));
  const opponents = await opponentsOf(asked, a, outside);
  const b = maxBy(
    opponents.filter((opponent) => !isExhausted(a, opponent, constants)),
    ({ ucb }) => ucb,
  );
  return b ? { a, b, purpose: "title" } : null;
}
