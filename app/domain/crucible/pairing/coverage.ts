import type { Candidate } from "./candidate-source";
import { maxBy, opponentsOf } from "./opponents";
import type { PairingContext, Choice } from "./strategy";
import { expectedInformation } from "./information-gain";

/** Everyone gets a fair number of looks: `a`, the entry with the fewest votes, against the most telling of a random few. */
export async function coveragePair(asked: PairingContext, a: Candidate | undefined): Promise<Choice | null> {
  if (!a) return null;
  const opponents = await opponentsOf(asked, a, await asked.view.sample(asked.constants.sampleSize));
  const b = maxBy(opponents, (other) => expectedInformation(a, other));
  return b ? { a, b, purpose: "coverage" } : null;
}

/** The entry with the fewest votes that this judge has not seen too often; chance decides among equals. */
export async function leastVoted({ view, constants, random, isOverexposed }: PairingContext) {
  const candidates = (await view.leastVoted(constants.sampleSize)).filter((one) => !isOverexposed(one));
  return maxBy(candidates, ({ votes }) => random() - votes);
}
