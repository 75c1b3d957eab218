import type { Tx } from "~/db/client";
import { events } from "~/db/schema/event";
import type { Subject } from "~/db/schema/values";
import type { EventKind } from "./schema";

type Happening = {
  kind: EventKind;
  subject: Subject;
  /** The user who did it; null when a job did. */
  actorId: number | null;
  data?: Record<string, unknown>;
  now: Date;
};

/** Writes down what happened, in the transaction in which it happens. */
export async function record(tx: Tx, { kind, subject, actorId, data = {}, now }: Happening) {
  await tx.insert(events).values({ kind, subject, actorId, data, createdAt: now });
}
