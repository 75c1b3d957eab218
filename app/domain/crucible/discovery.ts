import { z } from "zod";

const tabs = ["featured", "ending", "stakes", "new"] as const;
export const filters = ["active", "upcoming", "completed", "any"] as const;
export const sorts = ["featured", "pool", "ending", "newest", "entries", "name"] as const;

export type Filter = (typeof filters)[number];
export type Sort = (typeof sorts)[number];

/** Each tab is a way to sort; choosing a sort by hand goes before it. */
const sortOfTab = { featured: "featured", ending: "ending", stakes: "pool", new: "newest" } as const;

/** What an address asks of the list of crucibles. Nonsense counts as not asked. */
export const DiscoveryQuery = z
  .object({
    tab: z.enum(tabs).catch("featured"),
    status: z.enum(filters).catch("active"),
    sort: z.enum(sorts).optional().catch(undefined),
    words: z.string().max(200).catch(""),
    baseModel: z.coerce.number().int().positive().optional().catch(undefined),
    after: z.string().max(400).optional().catch(undefined),
  })
  .transform((asked) => ({ ...asked, sort: asked.sort ?? sortOfTab[asked.tab] }));

export type Discovery = z.output<typeof DiscoveryQuery>;
