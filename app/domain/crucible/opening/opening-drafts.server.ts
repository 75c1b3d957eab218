import type { Tx } from "~/db/client";
import { withDefaults, parseDraft } from "./draft-steps";
import type { Typed } from "~/domain/contest/drafting";
import { findDraft } from "./drafting.server";
import { findOpened, openCrucible } from "./opening.server";

type OpenDraftInput = {
  creatorId: number;
  requestKey: string;
  logSalt: string;
  /** When the draft that the person looked over was saved; a later one is not what they agreed to. */
  seen: Date;
  now: Date;
};

/**
 * Opens what a person's draft says. Refuses a draft that is gone, that was saved again since it was looked over, or that
 * is not complete, and whatever `openCrucible` refuses. The same key opens the same crucible, draft or no draft.
 */
export async function openDraft(tx: Tx, { seen, ...opening }: OpenDraftInput) {
  const again = await findOpened(tx, opening);
  if (again) return { ok: true, crucibleId: again.id, name: again.name } as const;
  const draft = await findDraft(tx, opening.creatorId, opening.now);
  if (!draft) return { ok: false, reason: "no-draft" } as const;
  if (draft.updatedAt.getTime() !== seen.getTime()) return { ok: false, reason: "changed" } as const;
  const read = parseDraft(withDefaults(draft.data as Typed));
  if (!read.success) return { ok: false, reason: "incomplete" } as const;
  const opened = await openCrucible(tx, { ...opening, terms: read.data });
  return opened.ok ? { ...opened, name: read.data.name } : opened;
}
