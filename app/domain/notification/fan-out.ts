import { readPayload } from "~/domain/event/kinds";
import type { Audience, NewNotification } from "~/domain/event/notice";
import * as modules from "./all";

/** An event as it lies in its table. */
export type Event = {
  id: number;
  kind: string;
  subject: string;
  actorId: number | null;
  data: unknown;
  createdAt: Date;
};

type Tell = (event: Event, data: unknown, audience: Audience) => NewNotification[];

const tellers: Record<string, Tell> = Object.assign({}, ...Object.values(modules).map(({ tellers }) => tellers));

/** Who is told what of an event. Throws on data that is not the event's. */
export function notificationsFor(event: Event, audience: Audience): NewNotification[] {
  const tell = Object.hasOwn(tellers, event.kind) ? tellers[event.kind] : undefined;
  return tell ? tell(event, readPayload(event.kind, event.data), audience) : [];
}
