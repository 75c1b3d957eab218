import type { Tx } from "~/db/client";
import { recordEvent } from "~/domain/event/recording.server";

/** Records that an old refresh token was used again; its owner is notified. */
export async function noteReuse(tx: Tx, { userId, client, now }: { userId: number; client: string; now: Date }) {
  await recordEvent(tx, { kind: "token-reused", subject: `user:${userId}`, actorId: null, data: { client }, now });
}
