import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "~/db/client";
import { entries } from "~/db/schema/entry";
import { isCompeting } from "../field.server";

type IsEntrantInput = { userId: number } & ({ crucibleId: number } | { entryId: number });

/** Whether a person has an entry in the field of a crucible, which may be named by any of its entries. */
export async function isEntrant(tx: Tx, { userId, ...where }: IsEntrantInput) {
  const crucible =
    "crucibleId" in where ? where.crucibleId : sql`(SELECT crucible_id FROM entries WHERE id = ${where.entryId})`;
  return (
    (await tx.$count(entries, and(eq(entries.entrantId, userId), eq(entries.crucibleId, crucible), isCompeting))) > 0
  );
}
