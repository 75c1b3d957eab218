import { and, eq } from "drizzle-orm";
import { reader } from "~/db/client";
import { users } from "~/db/schema/account";
import { crucibles } from "~/db/schema/crucible";
import { media } from "~/db/schema/media";
import { accounts } from "~/db/schema/wallet";
import type { Viewer } from "~/domain/media/content-ratings";
import { mediaColumns, viewOf } from "~/domain/media/library.server";
import { visibleTo } from "~/domain/media/visibility.server";
import { findAllowed } from "./entering/candidates.server";
import { isEscrow, pool } from "./finding.server";
import { openTo } from "./visibility.server";
import { sharePool } from "~/domain/contest/prizes";

/**
 * A crucible with its creator, its cover when the viewer may see it, its pool, the models that it lists, and what each
 * place would get if it ended as it stands. Null when there is none, and for those whose levels it does not meet, but for
 * its creator and moderators.
 */
export async function viewCrucible(crucibleId: number, viewer: Viewer) {
  const [found] = await reader()
    .select({ crucible: crucibles, pool, creator: { id: users.id, username: users.username }, cover: mediaColumns })
    .from(crucibles)
    .innerJoin(users, eq(users.id, crucibles.creatorId))
    .leftJoin(accounts, isEscrow)
    .leftJoin(media, and(eq(media.id, crucibles.coverMediaId), visibleTo(viewer)))
    .where(and(eq(crucibles.id, crucibleId), openTo(viewer)));
  if (!found) return null;
  const { requestKey: _, logSalt: __, ...crucible } = found.crucible;
  const standing = sharePool(found.pool, crucible.prizes, Math.max(1, crucible.entryCount));
  const models = crucible.resourceRule === "any" ? [] : (await findAllowed(reader(), crucibleId)).names;
  return {
    ...crucible,
    pool: found.pool,
    creator: found.creator,
    cover: found.cover && viewOf(found.cover),
    models,
    prizesNow: standing.prizes,
  };
}

export type ViewedCrucible = NonNullable<Awaited<ReturnType<typeof viewCrucible>>>;
