import { randomBytes } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { reader } from "~/db/client";
import { challengeEntries, challengeReviews } from "~/db/schema/challenge-entry";
import { readWriting } from "../judge/answers";
import { call, restingFor } from "../judge/calls.server";
import { theJudge } from "../judge/port.server";
import { writingQuestion } from "../judge/questions";
import { briefOf } from "../reviewing/briefs.server";
import type { Placed } from "./paying.server";

/** Words about a fixed order: the verdict, and a reason for each of the placed. Null where nobody can be asked, or the answer is no use. */
export async function writeResult(
  challenge: { id: number; pinnedModel: string | null },
  placed: readonly Placed[],
  now: Date,
) {
  const judge = theJudge();
  if (!judge || placed.length === 0 || !challenge.pinnedModel || (await restingFor(judge, now))) return null;
  const brief = await briefOf(reader(), challenge.id);
  const rows = await Promise.all(
    placed.map(async (one) => ({ ...one, words: await wordsAbout(challenge.id, one.id) })),
  );
  const question = writingQuestion(brief, rows, randomBytes(8).toString("hex"));
  const { id: challengeId, pinnedModel: model } = challenge;
  const answer = await call({ judge, model, question, challengeId, pinned: null, now });
  return answer.ok ? readWriting(answer.value, placed.length) : null;
}

/** What the review noted about an entry. */
async function wordsAbout(challengeId: number, entryId: number) {
  const { seen, strengths, flaws } = challengeReviews;
  const [row] = await reader()
    .select({ seen, strengths, flaws })
    .from(challengeEntries)
    .innerJoin(
      challengeReviews,
      and(eq(challengeReviews.challengeId, challengeId), eq(challengeReviews.pixelHash, challengeEntries.pixelHash)),
    )
    .where(eq(challengeEntries.id, entryId));
  return [row?.seen, row?.strengths, row?.flaws].filter(Boolean).join(" ");
}
