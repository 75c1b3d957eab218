import type { Tx } from "~/db/client";
import type { Subject } from "~/domain/subject/kinds";
import { isParty } from "~/domain/subject/finding.server";
import { partsOf } from "~/domain/subject/subject";
import { audit } from "./auditing.server";
import type { AuditAction } from "./desk";
import { isAdmin, type Moderator } from "./rules";

export type Act = { moderator: Moderator; reason: string; now: Date };
type On = { action: AuditAction; subject: Subject };
type Done = { ok: boolean } | null;

const ownInterest = { ok: false, reason: "own-interest" } as const;

/**
 * Runs a verb of any module as an act of a moderator, and writes it down when it was done; `data` says what to keep of it.
 * Refuses moderators who have a stake in the subject; only admins may decide in their own cause.
 */
export async function actOn<R extends Done>(
  tx: Tx,
  { moderator, reason, now, action, subject }: Act & On,
  verb: (by: { moderatorId: number; reason: string; now: Date }) => Promise<R>,
  data: (done: NonNullable<R>) => Record<string, unknown> = () => ({}),
) {
  if (!isAdmin(moderator) && (await isParty(tx, partsOf(subject), moderator.id))) return ownInterest;
  const done = await verb({ moderatorId: moderator.id, reason, now });
  if (done?.ok) await audit(tx, { actorId: moderator.id, action, subject, reason, data: data(done), now });
  return done;
}
