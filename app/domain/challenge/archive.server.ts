import { eq } from "drizzle-orm";
import { reader } from "~/db/client";
import { challengeReminders, challenges } from "~/db/schema/challenge";
import { challengeEntries, challengeReviews, challengeWinners } from "~/db/schema/challenge-entry";
import type { Archive } from "~/domain/subject/archive";
import { countEnteredBy } from "./people.server";

/** What one opened, entered and won. All of it stays, under a name that says nothing. */
export const archive: Archive = {
  async exportOf(userId) {
    return {
      challenges: await reader().query.challenges.findMany({
        columns: { lotSalt: false },
        where: eq(challenges.creatorId, userId),
      }),
      challengeEntries: await reader().select().from(challengeEntries).where(eq(challengeEntries.entrantId, userId)),
      challengeReviews: await reader().select().from(challengeReviews).where(eq(challengeReviews.entrantId, userId)),
      challengeWins: await reader().select().from(challengeWinners).where(eq(challengeWinners.userId, userId)),
      challengeReminders: await reader().select().from(challengeReminders).where(eq(challengeReminders.userId, userId)),
    };
  },
  async anonymize(tx, { userId }) {
    await tx.delete(challengeReminders).where(eq(challengeReminders.userId, userId));
  },
  tab: { path: "challenges", label: "Challenges", order: 22, count: countEnteredBy },
};
