import { z } from "zod";
import { outcomes } from "~/db/schema/values";
import { nothingMore, rowId } from "~/domain/event/payload";

const buzz = z.number().int().min(0);
/** Who asked to be told when it opens; events of before that was possible have nobody. */
const asked = z.array(rowId).default([]);

const entrant = z.object({ entryId: rowId, userId: rowId, place: rowId.nullable(), prize: buzz.nullable() });

export type EndedEntry = z.output<typeof entrant>;

export const events = {
  "crucible-opened": nothingMore,
  "crucible-started": z.object({ asked }),
  "crucible-ended": z.object({
    creatorId: rowId,
    outcome: z.enum(outcomes),
    pool: buzz.optional(),
    /** How many places are paid. */
    places: rowId,
    entries: z.array(entrant),
  }),
  "crucible-cancelled": z.object({
    creatorId: rowId,
    setupFee: buzz,
    reason: z.string(),
    refunds: z.array(z.object({ userId: rowId, amount: buzz })),
    asked,
  }),
  "entry-submitted": z.object({ creatorId: rowId, entryIds: z.array(rowId).min(1) }),
  "entry-withdrawn": z.object({ entryId: rowId, fee: buzz }),
  "entry-disqualified": z.object({ crucibleId: rowId, entrantId: rowId, reason: z.string() }),
  "votes-voided": z.object({ judgeId: rowId, votes: rowId, reason: z.string() }),
};
