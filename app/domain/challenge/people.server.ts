import { and, asc, desc, eq, gte, inArray, isNull, lt, sql } from "drizzle-orm";
import { reader } from "~/db/client";
import { users } from "~/db/schema/account";
import { challenges } from "~/db/schema/challenge";
import { challengeEntries, challengeWinners } from "~/db/schema/challenge-entry";
import type { Viewer } from "~/domain/media/content-ratings";
import type { Board } from "./boards";
import { cards, enteredBy, shown } from "./finding.server";
import { badgesOf, streaksOf } from "./streaks";
import type { Result, SystemTurn } from "./streaks";
import { listedFor } from "./visibility.server";

const isCompleted = eq(challenges.status, "completed");

type Figures = { userId: number; own: boolean };

/**
 * Four figures of a person’s: challenges entered, places with a prize, the best total, Buzz won. For others those that run
 * don’t count: who entered them is not known yet.
 */
export async function personStats({ userId, own }: Figures) {
  const [entered] = await reader()
    .select({
      challenges: sql<number>`count(DISTINCT ${challengeEntries.challengeId})`,
      best: sql<number | null>`max(${challengeEntries.total})`,
    })
    .from(challengeEntries)
    .innerJoin(challenges, and(eq(challenges.id, challengeEntries.challengeId), own ? undefined : isCompleted))
    .where(and(eq(challengeEntries.entrantId, userId), isNull(challengeEntries.withdrawnAt)));
  const [won] = await reader()
    .select({ places: sql<number>`count(*)`, buzz: sql<number>`coalesce(sum(${challengeWinners.prize}), 0)` })
    .from(challengeWinners)
    .where(eq(challengeWinners.userId, userId));
  return { entered: entered!.challenges, best: entered!.best, placed: won!.places, buzz: won!.buzz };
}

/** The site’s own challenges that have started, oldest first, and whether the person entered each. */
async function systemTurns({ userId, own }: Figures): Promise<SystemTurn[]> {
  const rows = await reader()
    .select({ finishedAt: challenges.finishedAt, entered: sql<number>`${enteredBy(userId)}` })
    .from(challenges)
    .where(
      and(
        eq(challenges.source, "system"),
        inArray(challenges.status, own ? ["active", "completing", "completed"] : ["completed"]),
      ),
    )
    .orderBy(asc(challenges.startsAt));
  return rows.map(({ finishedAt, entered }) => ({ finishedAt: finishedAt?.getTime() ?? null, entered: entered === 1 }));
}

/** The completed challenges that a person entered, oldest first, with their place in each. */
async function resultsOf(userId: number): Promise<Result[]> {
  const place = sql<number | null>`min(${challengeEntries.place})`;
  const rows = await reader()
    .select({ finishedAt: challenges.finishedAt, place })
    .from(challengeEntries)
    .innerJoin(challenges, and(eq(challenges.id, challengeEntries.challengeId), eq(challenges.status, "completed")))
    .where(and(eq(challengeEntries.entrantId, userId), isNull(challengeEntries.withdrawnAt)))
    .groupBy(challenges.id)
    .orderBy(asc(challenges.finishedAt));
  return rows.map((row) => ({ finishedAt: row.finishedAt!.getTime(), place: row.place }));
}

/** A person’s badges, and how many of the site’s challenges in a row they entered. */
export async function honors(who: Figures) {
  const turns = await systemTurns(who);
  return { badges: badgesOf(await resultsOf(who.userId), turns), streak: streaksOf(turns) };
}

/** How many challenges a person took part in that the viewer may see. */
export function countEnteredBy(userId: number, viewer: Viewer) {
  const now = new Date(8_640_000_000_000_000);
  return reader().$count(challenges, and(hiddenWhileBlind(userId, viewer), listedFor(viewer, now)));
}

// While a challenge runs, who entered it is nobody else’s business.
function hiddenWhileBlind(userId: number, viewer: Viewer) {
  const own = viewer.id === userId ? undefined : eq(challenges.status, "completed");
  return and(enteredBy(userId), own);
}

type Shown = { userId: number; viewer: Viewer; show: "entered" | "opened"; before?: number; limit: number; now: Date };

/** The challenges that a person entered or opened, latest first. */
export async function challengesBy({ userId, viewer, show, before, limit, now }: Shown) {
  const which = show === "opened" ? eq(challenges.creatorId, userId) : hiddenWhileBlind(userId, viewer);
  const listed = viewer.id === userId ? undefined : listedFor(viewer, now);
  const rows = await cards(viewer, sql`0`)
    .where(and(which, listed, before ? lt(challenges.id, before) : undefined))
    .orderBy(desc(challenges.id))
    .limit(limit + 1);
  const items = rows.slice(0, limit).map(shown);
  return { items, next: rows.length > limit ? items.at(-1)!.id : null };
}

type BoardInput = { by: Board; since: Date | null; limit: number };

/** The leaderboard: wins, entries or best totals in completed challenges, since an instant or ever. People who left are not on it. */
export async function leaderboard({ by, since, limit }: BoardInput) {
  const wins = sql<number>`count(*) FILTER (WHERE ${challengeEntries.place} = 1)`;
  const entries = sql<number>`count(*)`;
  const best = sql<number>`coalesce(max(${challengeEntries.total}), 0)`;
  const key = { wins, entries, best }[by];
  const rows = await reader()
    .select({ userId: users.id, username: users.username, wins, entries, best })
    .from(challengeEntries)
    .innerJoin(challenges, and(eq(challenges.id, challengeEntries.challengeId), eq(challenges.status, "completed")))
    .innerJoin(users, and(eq(users.id, challengeEntries.entrantId), isNull(users.deletedAt)))
    .where(
      and(
        isNull(challengeEntries.withdrawnAt),
        isNull(challengeEntries.removedAt),
        since ? gte(challenges.finishedAt, since) : undefined,
      ),
    )
    .groupBy(users.id)
    .having(sql`${key} > 0`)
    .orderBy(sql`${key} DESC`, sql`${best} DESC`, users.id)
    .limit(limit);
  return rows.map((row, at) => ({ ...row, rank: at + 1 }));
}
