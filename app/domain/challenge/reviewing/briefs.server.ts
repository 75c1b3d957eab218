import { asc, eq } from "drizzle-orm";
import type { Db } from "~/db/client";
import { challengeCriteria, challenges } from "~/db/schema/challenge";
import { findAllowed } from "../entering/candidates.server";
import type { Brief } from "../judge/questions";

/** The rubric of a challenge, the theme first. */
export function criteriaOf(db: Db, challengeId: number) {
  const { position, label, question, percent } = challengeCriteria;
  return db
    .select({ position, label, question, percent })
    .from(challengeCriteria)
    .where(eq(challengeCriteria.challengeId, challengeId))
    .orderBy(asc(position));
}

/** What the judge is told about a challenge. */
export async function briefOf(db: Db, challengeId: number): Promise<Brief> {
  const challenge = (await db.query.challenges.findFirst({ where: eq(challenges.id, challengeId) }))!;
  const featured = challenge.modelRule === "featured" ? (await findAllowed(db, challengeId)).names : [];
  return { theme: challenge.theme, prompt: challenge.prompt, criteria: await criteriaOf(db, challengeId), featured };
}
