import { inArray } from "drizzle-orm";
import { reader } from "~/db/client";
import { crucibles } from "~/db/schema/crucible";
import { holdsLevel } from "~/domain/media/levels";
import type { Viewer } from "~/domain/media/levels";

/** The names of crucibles by number; those whose levels do not meet the viewer's are left out, but for their own. */
export async function crucibleNames(viewer: Viewer, ids: number[]) {
  const { id, name, levels, creatorId } = crucibles;
  const rows = await reader().select({ id, name, levels, creatorId }).from(crucibles).where(inArray(id, ids));
  const shown = rows.filter((row) => row.creatorId === viewer.id || holdsLevel(viewer.levels, row.levels));
  return Object.fromEntries(shown.map((row) => [row.id, row.name]));
}
