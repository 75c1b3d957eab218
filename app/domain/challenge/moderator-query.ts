import { z } from "zod";
import { challengeSources } from "~/db/schema/values";
import { ReasonForm } from "~/domain/contest/forms";

const moderatorStatuses = ["scheduled", "active", "needs-hand", "completed", "cancelled"] as const;
const moderatorLevels = ["unrated", "blocked"] as const;

/** What an address asks of the moderators’ list. Nonsense counts as not asked. */
export const ModeratorQueryForm = z.object({
  status: z.enum(moderatorStatuses).catch("active"),
  source: z.enum(challengeSources).optional().catch(undefined),
  level: z.enum(moderatorLevels).optional().catch(undefined),
  q: z.string().max(200).catch(""),
  before: z.coerce.number().int().positive().optional().catch(undefined),
});

export type ModeratorQuery = z.output<typeof ModeratorQueryForm>;

/** A content rating for a challenge’s own text, with the reason for it. */
export const ChallengeRatingForm = ReasonForm.extend({
  level: z.enum(["1", "2", "4", "8", "16", "32"], { error: "Choose a content rating." }).transform(Number),
});
