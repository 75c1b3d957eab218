import type { Candidate } from "./candidate-source";
import { best, opponentsOf } from "./opponents";
import type { Asked, Choice } from "./strategy";
import { expectedInformation } from "./information-gain";

/** Everyone gets a fair number of looks: `a`, the entry with the fewest votes, against the most telling of a random few. */
export async function cover(asked: Asked, a: Candidate | undefined): Promise<Choice | null> {
  if (!a) return null;
  const opponents = await opponentsOf(asked, a, await asked.view.sample(asked.constants.sampleSize));
  const b = best(opponents, (other) => expectedInformation(a, other));
  return b ? { a, b, purpose: "coverage" } : null;
}

/** The entry with the fewest votes that this judge has not seen too often; chance decides among equals. */
export async function leastVoted({ view, constants, random, isTired }: Asked) {
  const candidates = (await view.leastVoted(constants.sampleSize)).filter((one) => !isTired(one));
  return best(candidates, ({ votes }) => random() - votes);
}
