import { eq } from "drizzle-orm";
import type { Tx } from "~/db/client";
import { crucibles } from "~/db/schema/crucible";

type Featuring = { crucibleId: number; featured: boolean; now: Date };

/** Puts a crucible at the top of the discovery page, or takes it down. Null when there is no such crucible. */
export async function featureCrucible(tx: Tx, { crucibleId, featured, now }: Featuring) {
  const [found] = await tx
    .update(crucibles)
    .set({ featuredAt: featured ? now : null })
    .where(eq(crucibles.id, crucibleId))
    .returning({ id: crucibles.id });
  return found ? ({ ok: true } as const) : null;
}
