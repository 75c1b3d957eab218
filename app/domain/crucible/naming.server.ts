import { and, inArray } from "drizzle-orm";
import { reader } from "~/db/client";
import { crucibles } from "~/db/schema/crucible";
import type { Viewer } from "~/domain/media/levels";
import { namedFor } from "./visibility.server";

/** The names of crucibles by number; those whose levels do not meet the viewer's are left out, but for their own. */
export async function crucibleNames(viewer: Viewer, ids: number[]) {
  const { id, name } = crucibles;
  const rows = await reader()
    .select({ id, name })
    .from(crucibles)
    .where(and(inArray(id, ids), namedFor(viewer)));
  return Object.fromEntries(rows.map((row) => [row.id, row.name]));
}
