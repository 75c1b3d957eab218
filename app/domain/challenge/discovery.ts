import { z } from "zod";
import { challengeSources } from "~/db/schema/values";

const filters = ["active", "upcoming", "completed"] as const;
const sorts = ["ending", "newest", "prizes", "entries"] as const;
const mine = ["opened", "entered"] as const;

export type Filter = (typeof filters)[number];

/** What an address asks of the list of challenges. Nonsense counts as not asked. */
export const ChallengeQuery = z
  .object({
    status: z.enum(filters).catch("active"),
    source: z.enum(challengeSources).optional().catch(undefined),
    mine: z.enum(mine).optional().catch(undefined),
    sort: z.enum(sorts).optional().catch(undefined),
    q: z.string().max(200).catch(""),
    after: z.string().max(400).optional().catch(undefined),
  })
  .transform((asked) => ({ ...asked, sort: asked.sort ?? (asked.status === "active" ? "ending" : "newest") }));

export type Discovery = z.output<typeof ChallengeQuery>;
