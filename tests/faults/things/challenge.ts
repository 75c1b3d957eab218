import { enter, openTestChallenge } from "~/tests/challenges";
import { makeMedia } from "~/tests/factories";
import type { Cast } from "../populated-site";

/**
 * A running challenge of somebody else's with an entry of the owner's, the first of its kind; and one of the owner's,
 * judged by people, which everyone else but the banned has entered.
 */
export async function makeThings({ owner, other, moderator, admin }: Cast) {
  const now = new Date();
  const theirs = await openTestChallenge({ creatorId: other, terms: { levels: 3, prizes: [100] }, now });
  await enter(theirs, owner, [await makeMedia(owner)], now);
  const challenges = await openTestChallenge({ creatorId: owner, terms: { levels: 3 }, now });
  const [entry] = await enter(challenges, other, [await makeMedia(other)], now);
  for (const one of [moderator, admin]) await enter(challenges, one, [await makeMedia(one)], now);
  return { challenges, entry };
}
