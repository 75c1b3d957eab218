import { enter, openTestChallenge } from "~/tests/challenges";
import { makeMedia } from "~/tests/factories";
import type { Cast } from "../populated-site";

/** A running challenge of the owner's, judged by people, which everyone else but the banned has entered. */
export async function makeThings({ owner, other, moderator, admin }: Cast) {
  const now = new Date();
  const challenges = await openTestChallenge({ creatorId: owner, terms: { levels: 3 }, now });
  for (const one of [other, moderator, admin]) await enter(challenges, one, [await makeMedia(one)], now);
  return { challenges };
}
