import { z } from "zod";
import { challengeOutcomes } from "~/db/schema/values";
import { rowId } from "~/domain/event/payload";

const buzz = z.number().int().min(0);
const people = z.array(rowId);
const winner = z.object({ userId: rowId, place: rowId, prize: buzz });

export const events = {
  /** `invited`: the winners of the challenge that it is a rematch of. */
  "challenge-opened": z.object({ invited: people.default([]) }),
  "challenge-topped-up": z.object({ reviews: rowId, price: buzz }),
  "challenge-started": z.object({ asked: people }),
  "challenge-entered": z.object({ creatorId: rowId.nullable(), entryIds: people.min(1) }),
  "challenge-withdrawn": z.object({ entryId: rowId }),
  "challenge-reviewed": z.object({ entryId: rowId, entrantId: rowId }),
  "challenge-set-aside": z.object({ entryId: rowId, entrantId: rowId }),
  "challenge-ended": z.object({
    creatorId: rowId.nullable(),
    outcome: z.enum(challengeOutcomes),
    winners: z.array(winner),
    entrants: people,
    /** Those who won nothing, and got blue Buzz and points for taking part. */
    tookPart: people.default([]),
  }),
  "challenge-cancelled": z.object({
    creatorId: rowId.nullable(),
    reason: z.string(),
    /** What went back to the person who opened it. */
    back: buzz,
    entrants: people,
    asked: people,
  }),
};
