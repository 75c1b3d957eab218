import type { Tx } from "~/db/client";
import { events } from "~/db/schema/event";
import type { Subject } from "~/domain/subject/kinds";
import type { EventData, EventKind } from "./kinds";

type RecordEventInput<K extends EventKind> = {
  kind: K;
  subject: Subject;
  /** The user who did it; null when a job did. */
  actorId: number | null;
  now: Date;
} & (Record<string, never> extends EventData<K> ? { data?: EventData<K> } : { data: EventData<K> });

/** Writes down what happened, in the transaction in which it happens. */
export async function recordEvent<K extends EventKind>(
  tx: Tx,
  { kind, subject, actorId, data, now }: RecordEventInput<K>,
) {
  await tx.insert(events).values({ kind, subject, actorId, data: data ?? {}, createdAt: now });
}
