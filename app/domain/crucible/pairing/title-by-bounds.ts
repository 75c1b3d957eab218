import { pickIndex } from "~/domain/contest/random";
import { cover, leastVoted } from "./coverage";
import { best, isWorn, opponentsOf } from "./opponents";
import { isDue, titleShare } from "./situation";
import type { Asked, Choice } from "./strategy";

/** Title matches as they were first designed: by bounds, whatever the prizes. The simulator measures `title` against them. */
export async function titleByBounds(asked: Asked): Promise<Choice | null> {
  const { situation, constants, random } = asked;
  const least = await leastVoted(asked);
  if (isDue(least, situation, constants) || random() >= titleShare(situation, constants)) return cover(asked, least);
  return (await titleMatch(asked)) ?? cover(asked, least);
}

/** The shakiest of the top k against the likeliest to belong there, k any place up to just below the last paid one. */
async function titleMatch(asked: Asked): Promise<Choice | null> {
  const { view, situation, constants, random, isTired } = asked;
  const places = Math.min(situation.percents.length, situation.entries) + constants.extraPlaces;
  const top = (await view.topByElo(places)).slice(0, 1 + pickIndex(random, places));
  const a = best(
    top.filter((one) => !isTired(one)),
    ({ lcb }) => -lcb,
  );
  if (!a) return null;
  const inside = new Set(top.map(({ id }) => id));
  const outside = (await view.topByUcb(places + constants.sampleSize)).filter(({ id }) => !inside.has(id));
  const opponents = await opponentsOf(asked, a, outside);
  const b = best(
    opponents.filter((opponent) => !isWorn(a, opponent, constants)),
    ({ ucb }) => ucb,
  );
  return b ? { a, b, purpose: "title" } : null;
}
