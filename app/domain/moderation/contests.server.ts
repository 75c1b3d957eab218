import type { Tx } from "~/db/client";
import { cancelCrucible } from "~/domain/crucible/cancelling.server";
import { disqualifyEntry } from "~/domain/crucible/disqualifying.server";
import { audit } from "./auditing.server";

type Act = { moderatorId: number; reason: string; now: Date };

/** Cancels a crucible, as `cancelCrucible` does, and writes it into the audit log. */
export async function callOff(tx: Tx, { crucibleId, ...act }: Act & { crucibleId: number }) {
  const done = await cancelCrucible(tx, { crucibleId, ...act });
  if (!done?.ok) return done;
  const { moderatorId: actorId, reason, now } = act;
  const data = { refunds: done.refunds.length, setupFee: done.setupFee };
  await audit(tx, { actorId, action: "cancel-crucible", subject: `crucible:${crucibleId}`, reason, data, now });
  return done;
}

/** Disqualifies an entry, as `disqualifyEntry` does, and writes it into the audit log. */
export async function ruleOut(tx: Tx, { entryId, ...act }: Act & { entryId: number }) {
  const done = await disqualifyEntry(tx, { entryId, ...act });
  if (!done?.ok) return done;
  const { moderatorId: actorId, reason, now } = act;
  const data = { crucibleId: done.crucibleId };
  await audit(tx, { actorId, action: "disqualify-entry", subject: `entry:${entryId}`, reason, data, now });
  return done;
}
