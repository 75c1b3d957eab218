import { and, eq, isNotNull, sql } from "drizzle-orm";
import { reader } from "~/db/client";
import { entries } from "~/db/schema/entry";
import { sharePool } from "./prizes";

type Paid = { id: number; paidPool: number | null; prizes: readonly number[] };

/**
 * How a paid crucible's pool was shared: per paid place its percent of what the filled places have together, and the Buzz
 * after rounding down; what rounding left; and between how many votes its placed entries had.
 */
export async function resultFacts({ id, paidPool, prizes }: Paid) {
  const [field] = await reader()
    .select({
      placed: sql<number>`count(*)`,
      fewestVotes: sql<number>`coalesce(min(${entries.votes}), 0)`,
      mostVotes: sql<number>`coalesce(max(${entries.votes}), 0)`,
    })
    .from(entries)
    .where(and(eq(entries.crucibleId, id), isNotNull(entries.place)));
  const pool = paidPool ?? 0;
  const { placed, ...exposure } = field!;
  const shared = sharePool(pool, prizes, placed);
  const whole = prizes.slice(0, placed).reduce((sum, percent) => sum + percent, 0);
  const shares = shared.prizes.map((amount, i) => ({ place: i + 1, percent: prizes[i]!, exact: (pool * prizes[i]!) / whole, amount }));
  return { pool, placed, whole, shares, remainder: shared.remainder, ...exposure };
}

export type ResultFacts = Awaited<ReturnType<typeof resultFacts>>;
