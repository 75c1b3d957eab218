import { makePerson, openTestCrucible, putEntry } from "~/tests/factories";
import { signIn } from "./populated-site";
import { withDatabase } from "./scratch";

const ENTRIES = 120;
const HOUR = 3_600_000;

/** A site in `folder` with one crucible that is open for hours, and people who have signed in to judge it. */
export function judgedSite(folder: string, judges: number) {
  return withDatabase(folder, async () => {
    const owner = await makePerson();
    const now = Date.now();
    const times = {
      startsAt: new Date(now - HOUR),
      entriesCloseAt: new Date(now + 6 * HOUR),
      endsAt: new Date(now + 7 * HOUR),
    };
    const crucible = await openTestCrucible(owner, times);
    for (let entry = 0; entry < ENTRIES; entry++) await putEntry(crucible, owner);
    const tokens: string[] = [];
    for (let judge = 0; judge < judges; judge++) tokens.push(await signIn(await makePerson()));
    return { tokens, crucible };
  });
}
