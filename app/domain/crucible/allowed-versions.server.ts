import { eq } from "drizzle-orm";
import type { Tx } from "~/db/client";
import { crucibleResources } from "~/db/schema/crucible";

/** Takes a model version off the lists of allowed ones; what it returns puts another in its place. */
export async function releaseVersion(tx: Tx, versionId: number) {
  const released = await tx
    .delete(crucibleResources)
    .where(eq(crucibleResources.versionId, versionId))
    .returning({ crucibleId: crucibleResources.crucibleId });
  return async (tx: Tx, instead: number) => {
    for (const { crucibleId } of released)
      await tx.insert(crucibleResources).values({ crucibleId, versionId: instead }).onConflictDoNothing();
  };
}
