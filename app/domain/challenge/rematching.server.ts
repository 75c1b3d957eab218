import { eq } from "drizzle-orm";
import { reader } from "~/db/client";
import type { Tx } from "~/db/client";
import { challenges } from "~/db/schema/challenge";
import type { Typed } from "~/domain/contest/drafting";
import { contentRatings } from "~/domain/media/content-ratings";
import { findAllowed } from "./entering/candidates.server";
import { prizesOf } from "./ending/field.server";
import { criteriaOf } from "./reviewing/briefs.server";
import { titleLength } from "./schema";
import { saveDraft } from "./opening/drafting.server";
import type { Step } from "./opening/forms";

type RematchInput = { userId: number; challengeId: number; now: Date };

/**
 * Fills a person’s draft with a completed challenge’s theme, rules and rubric, in place of what was in it; the cover is
 * theirs to choose. Null when there is no such challenge; refuses one that is not completed.
 */
export async function draftRematch(tx: Tx, { userId, challengeId, now }: RematchInput) {
  const challenge = await reader().query.challenges.findFirst({ where: eq(challenges.id, challengeId) });
  if (!challenge) return null;
  if (challenge.status !== "completed") return { ok: false, reason: "not-over" } as const;
  const steps = await stepsOf(challenge);
  for (const [step, typed] of Object.entries(steps)) await saveDraft(tx, { userId, step: step as Step, typed, now });
  return { ok: true } as const;
}

async function stepsOf(challenge: typeof challenges.$inferSelect): Promise<Record<Step, Typed>> {
  const { id, theme, invitation, description, prompt, reviewsPaid } = challenge;
  const rubric = await criteriaOf(reader(), id);
  return {
    theme: { title: rematchTitle(challenge.title), theme, invitation, description, rematch: String(id) },
    entry: await entryOf(challenge),
    judging: {
      label: rubric.map(({ label }) => label),
      question: rubric.map(({ question }) => question),
      percent: rubric.map(({ percent }) => String(percent)),
      prompt,
    },
    prizes: {
      prize: (await prizesOf(reader(), id)).map(String),
      ...{ by: "number", reviews: String(reviewsPaid), share: "50", judge: challenge.careful ? "careful" : "standard" },
    },
  };
}

async function entryOf(challenge: typeof challenges.$inferSelect): Promise<Typed> {
  const { id, durationHours, entriesPerPerson, entriesCap, levels, madeForThis, modelRule } = challenge;
  return {
    duration: String(durationHours),
    start: "now",
    perPerson: String(entriesPerPerson),
    cap: String(entriesCap),
    level: contentRatings.filter(({ bit }) => (bit & levels) !== 0).map(({ bit }) => String(bit)),
    fresh: madeForThis ? "yes" : "no",
    models: modelRule,
    version: (await findAllowed(reader(), id)).versionIds.map(String),
  };
}

function rematchTitle(title: string) {
  const tail = ": the rematch";
  return title.endsWith(tail) ? title : title.slice(0, titleLength.max - tail.length) + tail;
}
