import { and, asc, eq, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Db } from "~/db/client";
import { crucibles } from "~/db/schema/crucible";
import { entries } from "~/db/schema/entry";
import { voteVoids, votes } from "~/db/schema/judging";
import { media } from "~/db/schema/media";
import { balanceOf, escrow } from "~/domain/wallet/accounts.server";
import type { Contest } from "../rating/final-order";
import type { CastVote } from "../rating/settled-weights";
import type { WeightReason } from "../weights/vote-weight";

/** Everything of a crucible that ended that its ranking and its log are made of. */
export type EndedContest = Awaited<ReturnType<typeof readEndedContest>>;

/** Entries by number, withdrawn ones left out; votes and voids as they came. */
export async function readEndedContest(db: Db, crucibleId: number) {
  const crucible = await db.query.crucibles.findFirst({ where: eq(crucibles.id, crucibleId) });
  if (!crucible) throw new Error(`No crucible ${crucibleId}.`);
  const pool = crucible.paidPool ?? (await balanceOf(db, escrow(`crucible:${crucibleId}`)));
  const [ranked, cast, voids] = [
    await readField(db, crucibleId),
    await readVotes(db, crucibleId),
    await readVoids(db, crucibleId),
  ];
  return { crucible, pool, ranked, cast, voids };
}

/** The same for the count: entries and judges by index, without the votes that were voided. */
export function toContest({ crucible, pool, ranked, cast, voids }: EndedContest) {
  const voided = new Set(voids.map(({ voteId }) => voteId));
  const standing = cast.filter(({ id }) => !voided.has(id));
  const judges = [...new Set(standing.map(({ judgeId }) => judgeId))];
  const contest: Contest = {
    entries: ranked.map(({ id, createdAt, disqualifiedAt }) => ({
      id,
      enteredAt: createdAt.getTime(),
      ranked: !disqualifiedAt,
    })),
    judges: judges.length,
    votes: indexed(standing, ranked, judges),
    percents: crucible.prizes,
    pool,
    rules: crucible.rules,
    seed: crucible.id,
  };
  return { contest, standing, judges };
}

function indexed(votes: EndedContest["cast"], ranked: EndedContest["ranked"], judges: readonly number[]) {
  const entryIndex = new Map(ranked.map(({ id }, i) => [id, i]));
  const judgeIndex = new Map(judges.map((judgeId, i) => [judgeId, i]));
  return votes.map((vote): CastVote => ({
    winner: entryIndex.get(vote.winnerId)!,
    loser: entryIndex.get(vote.loserId)!,
    judge: judgeIndex.get(vote.judgeId)!,
    weight: vote.weight,
    reasons: vote.reasons,
    seconds: vote.durationMs / 1000,
    kind: vote.isVideo ? "video" : "images",
  }));
}

function readField(db: Db, crucibleId: number) {
  const { id, number, entrantId, fee, createdAt, disqualifiedAt, elo } = entries;
  return db
    .select({ id, number, entrantId, fee, createdAt, disqualifiedAt, elo })
    .from(entries)
    .where(and(eq(entries.crucibleId, crucibleId), isNull(entries.withdrawnAt)))
    .orderBy(asc(entries.number));
}

type VoteColumns = [
  id: number,
  judgeId: number,
  winnerId: number,
  loserId: number,
  side: "left" | "right",
  weight: number,
  reasons: string,
  skips: number,
  durationMs: number,
  at: number,
  expected: number | null,
];

// Past the query builder: there may be a million of them. Only control pairs expect anything.
async function readVotes(db: Db, crucibleId: number) {
  const videos = await readVideos(db, crucibleId);
  const some = db.$client
    .prepare<[number, number], VoteColumns>(
      `
    SELECT votes.id, votes.judge_id, winner_id, loser_id, side, weight, reasons, votes.skips, duration_ms, votes.created_at, pairs.expected
    FROM votes LEFT JOIN pairs ON votes.control = 1 AND pairs.id = votes.pair_id
    WHERE votes.crucible_id = ? AND votes.id > ? ORDER BY votes.id LIMIT ${VOTES_AT_ONCE}`,
    )
    .raw(true);
  const cast = [];
  for (let rows = some.all(crucibleId, 0); rows.length > 0; rows = some.all(crucibleId, rows.at(-1)![0])) {
    for (const row of rows) cast.push(toVote(row, videos));
  }
  return cast;
}

// All in one literal: there may be a million of them.
function toVote(row: VoteColumns, videos: ReadonlySet<number>) {
  const [id, judgeId, winnerId, loserId, side, weight, reasons, skips, durationMs, at, expected] = row;
  return {
    id,
    judgeId,
    winnerId,
    loserId,
    side: SIDES[side],
    weight,
    reasons: reasons === "[]" ? NONE : (JSON.parse(reasons) as WeightReason[]),
    skips,
    durationMs,
    at,
    expected,
    isVideo: videos.has(winnerId) || videos.has(loserId),
  };
}

const VOTES_AT_ONCE = 10_000;
/** One text for all votes of a side: each row brings its own. */
const SIDES = { left: "left", right: "right" } as const;

const NONE: WeightReason[] = [];

async function readVideos(db: Db, crucibleId: number) {
  const rows = await db
    .select({ id: entries.id })
    .from(entries)
    .innerJoin(media, eq(media.id, entries.mediaId))
    .where(and(eq(entries.crucibleId, crucibleId), eq(media.kind, "video")));
  return new Set(rows.map(({ id }) => id));
}

function readVoids(db: Db, crucibleId: number) {
  const voided = alias(votes, "voided");
  const { voteId, actorId, reason, upToVote, createdAt } = voteVoids;
  return db
    .select({ voteId, actorId, reason, upToVote, createdAt, judgeId: voided.judgeId })
    .from(voteVoids)
    .innerJoin(voided, eq(voided.id, voteVoids.voteId))
    .where(eq(voteVoids.crucibleId, crucibleId))
    .orderBy(asc(upToVote), asc(voteId));
}
