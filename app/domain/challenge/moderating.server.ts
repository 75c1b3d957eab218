import { and, asc, count, desc, eq, inArray, isNotNull, isNull, lt, or, sql } from "drizzle-orm";
import { reader } from "~/db/client";
import type { Tx } from "~/db/client";
import { challenges } from "~/db/schema/challenge";
import { challengeEntries, challengeReviews } from "~/db/schema/challenge-entry";
import { ALL_RATINGS, BLOCKED } from "~/domain/media/content-ratings";
import { cards, hasText, shown } from "./finding.server";
import { horizon, horizonDays } from "./horizon/filling.server";
import { restingFor, spentToday } from "./judge/calls.server";
import { passedToday } from "./judge/eye-test.server";
import { theJudge } from "./judge/port.server";
import type { ModeratorQuery } from "./moderator-query";

const everything = { id: null, levels: ALL_RATINGS, moderator: true };

const aside = and(isNotNull(challengeReviews.asideAt), isNull(challengeReviews.clearedAt))!;
const needsHand = sql`EXISTS (SELECT 1 FROM challenge_reviews AS r WHERE r.challenge_id = ${challenges.id}
  AND (r.state = 'by-hand' OR (r.aside_at IS NOT NULL AND r.cleared_at IS NULL)))`;

function statusIs(status: ModeratorQuery["status"]) {
  if (status === "active") return inArray(challenges.status, ["active", "completing"]);
  if (status === "needs-hand") return and(inArray(challenges.status, ["active", "completing"]), needsHand);
  return eq(challenges.status, status);
}

/** A page of the moderators’ list. */
export async function listForModerators({ status, source, level, q, before }: ModeratorQuery, limit: number) {
  const rows = await cards(everything, sql`0`)
    .where(
      and(
        statusIs(status),
        source ? eq(challenges.source, source) : undefined,
        level === "blocked" ? eq(challenges.level, BLOCKED) : undefined,
        level === "unrated" ? eq(challenges.leveled, false) : undefined,
        hasText(q),
        before ? lt(challenges.id, before) : undefined,
      ),
    )
    .orderBy(desc(challenges.id))
    .limit(limit + 1);
  const items = rows.slice(0, limit).map(shown);
  return { items, next: rows.length > limit ? items.at(-1)!.id : null };
}

/** How many there are of each status. */
export async function countsForModerators() {
  const rows = await reader()
    .select({ status: challenges.status, found: count() })
    .from(challenges)
    .groupBy(challenges.status);
  const of = (...statuses: string[]) =>
    rows.filter(({ status }) => statuses.includes(status)).reduce((all, { found }) => all + found, 0);
  return {
    scheduled: of("scheduled"),
    active: of("active", "completing"),
    "needs-hand": await reader().$count(challenges, statusIs("needs-hand")),
    completed: of("completed"),
    cancelled: of("cancelled"),
  };
}

/** How the judge is doing: its model, today’s eye test and money, and what waits for it. */
export async function judgeStatus(now: Date) {
  const judge = theJudge();
  const [waiting] = await reader()
    .select({ reviews: count(), oldest: sql<number | null>`min(${challengeReviews.createdAt})` })
    .from(challengeReviews)
    .where(or(eq(challengeReviews.state, "due"), eq(challengeReviews.state, "claimed")));
  const completing = await reader().$count(challenges, eq(challenges.status, "completing"));
  const model = judge?.models[0] ?? null;
  return {
    model,
    provider: judge?.provider ?? null,
    passed: model === null ? null : await passedToday(model, now),
    resting: judge && (await restingFor(judge, now)),
    spent: (await spentToday(now)) / 1e6,
    daily: (judge?.dailyMicroUsd ?? 0) / 1e6,
    days: await horizon(now, horizonDays()),
    waiting: waiting!.reviews,
    oldest: waiting!.oldest,
    completing,
  };
}

/** Entries that were set aside, in challenges that are not over. */
export async function setAside() {
  const sameEntry = and(
    eq(challengeEntries.challengeId, challengeReviews.challengeId),
    eq(challengeEntries.pixelHash, challengeReviews.pixelHash),
  );
  return reader()
    .select({
      entryId: challengeEntries.id,
      challengeId: challenges.id,
      title: challenges.title,
      transcript: challengeReviews.transcript,
    })
    .from(challengeReviews)
    .innerJoin(challengeEntries, and(sameEntry, isNull(challengeEntries.withdrawnAt)))
    .innerJoin(challenges, eq(challenges.id, challengeReviews.challengeId))
    .where(and(aside, inArray(challenges.status, ["active", "completing"])))
    .orderBy(asc(challengeReviews.id))
    .limit(50);
}

type RateInput = { challengeId: number; level: number };

/** Sets a challenge’s content rating; it holds until its text changes. A blocked one is hidden and does not start. Null: no such challenge. */
export async function rateChallenge(tx: Tx, { challengeId, level }: RateInput) {
  const [rated] = await tx
    .update(challenges)
    .set({ level, leveled: true })
    .where(eq(challenges.id, challengeId))
    .returning({ id: challenges.id });
  return rated ? ({ ok: true } as const) : null;
}

type RemoveInput = { entryId: number; reason: string; now: Date };

/** Takes an entry out for good, with a reason that its owner reads. Null when there is no such entry; refuses once the challenge is over. */
export async function removeEntry(tx: Tx, { entryId, reason, now }: RemoveInput) {
  const entry = await tx.query.challengeEntries.findFirst({ where: eq(challengeEntries.id, entryId) });
  if (!entry || entry.withdrawnAt) return null;
  const challenge = (await tx.query.challenges.findFirst({ where: eq(challenges.id, entry.challengeId) }))!;
  if (!["active", "completing"].includes(challenge.status)) return { ok: false, reason: "over" } as const;
  const standing = and(eq(challengeEntries.id, entryId), isNull(challengeEntries.removedAt));
  await tx.update(challengeEntries).set({ removedAt: now, removedReason: reason }).where(standing);
  return { ok: true, challengeId: challenge.id } as const;
}
