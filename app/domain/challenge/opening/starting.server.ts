import { and, eq, lte, ne } from "drizzle-orm";
import type { Tx } from "~/db/client";
import { challenges } from "~/db/schema/challenge";
import { recordEvent } from "~/domain/event/recording.server";
import { BLOCKED } from "~/domain/media/content-ratings";
import { consumeReminders } from "./reminding.server";

/** Makes every scheduled challenge active whose start time has come, unless its text is blocked. Returns how many. */
export async function startDueChallenges(tx: Tx, { now }: { now: Date }) {
  const due = and(eq(challenges.status, "scheduled"), lte(challenges.startsAt, now), ne(challenges.level, BLOCKED));
  const started = await tx.update(challenges).set({ status: "active" }).where(due).returning({ id: challenges.id });
  for (const { id } of started) {
    const data = { asked: await consumeReminders(tx, id) };
    await recordEvent(tx, { kind: "challenge-started", subject: `challenge:${id}`, actorId: null, data, now });
  }
  return started.length;
}
