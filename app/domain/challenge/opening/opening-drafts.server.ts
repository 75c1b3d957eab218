import { eq } from "drizzle-orm";
import type { Tx } from "~/db/client";
import { challenges } from "~/db/schema/challenge";
import type { Typed } from "~/domain/contest/drafting";
import { parseDraft, withDefaults } from "./draft-steps";
import { findDraft } from "./drafting.server";
import { openChallenge } from "./opening.server";

type OpenDraftInput = {
  creatorId: number;
  moderator: boolean;
  requestKey: string;
  lotSalt: string;
  /** When the draft that the person looked over was saved; a later one is not what they agreed to. */
  seen: Date;
  now: Date;
};

/**
 * Opens what a person’s draft says. Refuses a draft that is gone, that was saved again since it was looked over, or that
 * is not complete, and whatever `openChallenge` refuses. The same key opens the same challenge, draft or no draft.
 */
export async function openDraft(tx: Tx, { creatorId, moderator, seen, ...opening }: OpenDraftInput) {
  const requestKey = `${creatorId}:${opening.requestKey}`;
  const again = await tx.query.challenges.findFirst({ where: eq(challenges.requestKey, requestKey) });
  if (again) return { ok: true, challengeId: again.id, title: again.title } as const;
  const draft = await findDraft(tx, creatorId, opening.now);
  if (!draft) return { ok: false, reason: "no-draft" } as const;
  if (draft.updatedAt.getTime() !== seen.getTime()) return { ok: false, reason: "changed" } as const;
  const read = parseDraft(withDefaults(draft.data as Typed));
  if (!read.success) return { ok: false, reason: "incomplete" } as const;
  const source = moderator ? "moderator" : "user";
  return openChallenge(tx, { ...opening, opener: { source, creatorId }, terms: read.data });
}
