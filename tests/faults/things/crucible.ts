import { openTestCrucible, putEntry } from "~/tests/factories";
import type { Cast } from "../populated-site";

const HOUR = 3_600_000;

/** A running crucible of the owner's that all but the banned have entered. */
export async function makeThings({ owner, other, moderator, admin }: Cast) {
  const now = Date.now();
  const times = {
    startsAt: new Date(now - HOUR),
    entriesCloseAt: new Date(now + 6 * HOUR),
    endsAt: new Date(now + 7 * HOUR),
  };
  const crucibles = await openTestCrucible(owner, { ...times, entryFee: 7 });
  const entries = await putEntry(crucibles, owner);
  for (const one of [other, moderator, admin]) await putEntry(crucibles, one);
  return { crucibles, entries };
}
