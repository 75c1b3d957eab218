import { z } from "zod";

export const events = {
  "ledger-mismatch": z.object({
    count: z.number().int(),
    sum: z.number().optional(),
    /** The first of them. */
    mismatches: z.array(z.looseObject({ accountId: z.number() })).default([]),
  }),
};
