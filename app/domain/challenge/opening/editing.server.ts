import { and, eq } from "drizzle-orm";
import type { Tx } from "~/db/client";
import { challenges } from "~/db/schema/challenge";
import { coverRefusal } from "~/domain/media/cover-rules.server";
import type { Terms } from "../schema";
import { isOver, phaseOf } from "../times";
import { strictestOf } from "./opening.server";

type Words = Pick<Terms, "title" | "theme" | "invitation" | "description" | "coverMediaId">;
type EditChallengeInput = Words & { editor: { id: number; moderator: boolean }; challengeId: number; now: Date };

/**
 * Corrects a challenge’s words and cover: all of them until it starts, then only title, description and cover. A new text
 * is rated anew. Null when there is no such challenge of the editor’s; moderators edit all of them.
 */
export async function editChallenge(tx: Tx, { editor, challengeId, now, ...words }: EditChallengeInput) {
  const own = editor.moderator ? undefined : eq(challenges.creatorId, editor.id);
  const which = and(eq(challenges.id, challengeId), own);
  const before = await tx.query.challenges.findFirst({ where: which });
  if (!before) return null;
  if (isOver(before, now)) return { ok: false, reason: "over" } as const;
  const { coverMediaId } = words;
  const changed = coverMediaId !== null && coverMediaId !== before.coverMediaId;
  const reason = changed ? await coverRefusal(tx, before.creatorId ?? editor.id, coverMediaId) : null;
  if (reason) return { ok: false, reason } as const;

  const kept =
    phaseOf(before, now) === "upcoming" ? words : { ...words, theme: before.theme, invitation: before.invitation };
  await tx
    .update(challenges)
    .set({ ...kept, ...ratingAfter(before, kept) })
    .where(which);
  return { ok: true } as const;
}

/** A rating holds for the text that was rated. */
function ratingAfter(before: typeof challenges.$inferSelect, after: Words) {
  const same = (["title", "theme", "invitation", "description"] as const).every((part) => before[part] === after[part]);
  return same ? {} : { level: Math.max(before.level, strictestOf(before.levels)), leveled: false };
}
