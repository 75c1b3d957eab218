import { desc, eq, sql } from "drizzle-orm";
import { reader } from "~/db/client";
import { users } from "~/db/schema/account";
import { crucibles } from "~/db/schema/crucible";
import { entries } from "~/db/schema/entry";
import { partisans } from "~/db/schema/settling";
import { entryNumber } from "./entry-number";

const LATEST = 100;

/**
 * Judges whose votes for one entry counted nothing because they chose it whatever it met, for moderators: the latest
 * crucible first, with how often they chose it, and how likely that is more than taste.
 */
export async function latestPartisans() {
  const { chance, wins, losses, proof } = partisans;
  const rows = await reader()
    .select({
      crucible: { id: crucibles.id, name: crucibles.name },
      entryId: entries.id,
      key: entries.key,
      entrant: sql<string>`(SELECT username FROM users AS owner WHERE owner.id = ${entries.entrantId})`,
      judge: users.username,
      chance,
      wins,
      losses,
      proof,
    })
    .from(partisans)
    .innerJoin(crucibles, eq(crucibles.id, partisans.crucibleId))
    .innerJoin(entries, eq(entries.id, partisans.entryId))
    .innerJoin(users, eq(users.id, partisans.judgeId))
    .orderBy(desc(partisans.crucibleId), desc(proof), desc(chance))
    .limit(LATEST);
  return rows.map(({ key, ...row }) => ({ ...row, number: entryNumber(key) }));
}
