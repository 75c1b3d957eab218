import type { Db } from "~/db/client";
import { canonicalJson, GENESIS, chainHeadAfter } from "~/domain/contest/chain";
import { readEndedContest, toContest } from "./contest-reads.server";
import { finalOrder } from "../rating/final-order";
import type { Contest, FinalOrder } from "../rating/final-order";
import { standingRows, transferRows, voteRows } from "./log-rows.server";

/**
 * How a crucible came out, before anything of it is written down. Rows are JSON, as the statements take them that write
 * them down: the thread that serves pages has no more to do than to pass them on.
 */
export type Ranking = Pick<FinalOrder, "outcome" | "remainder"> & {
  /** Best first. */
  standings: string[];
  /** What each judge's votes weigh, as a factor on their weight when cast, and how many of them counted at all when cast. */
  judges: string[];
  /** Judges whose votes for an entry don’t count, with the evidence. */
  partisans: string[];
  /** The log's head up to this transfer, the last before paying out adds its own, and the rows of the standings, which follow. */
  log: { head: string; lastTransfer: number; standings: string[] };
};

/** Ranks a crucible that takes no more votes. Only reads; minutes of work at most, so it may run in a worker thread. */
export async function rankCrucible(db: Db, crucibleId: number): Promise<Ranking> {
  const ended = await readEndedContest(db, crucibleId);
  const { contest, judges } = toContest(ended);
  const { weights, judgeWeights, standings, outcome, remainder, partisans } = finalOrder(contest);
  const paid = await transferRows(db, crucibleId);
  const head = chainHeadAfter(chainHeadAfter(GENESIS, voteRows(ended, weights)), paid);
  const counted = countByJudge(contest);
  const weighed = judges.map((judgeId, i) => ({ judgeId, weight: judgeWeights[i]!, counted: counted[i]! }));
  return {
    outcome,
    remainder,
    standings: standings.map((one) => JSON.stringify(one)),
    judges: weighed.map((one) => JSON.stringify(one)),
    partisans: partisans.flatMap(({ entry, proof, judges: own }) =>
      own.map(({ judge, ...one }) =>
        JSON.stringify({ ...one, proof, entryId: contest.entries[entry]!.id, judgeId: judges[judge]! }),
      ),
    ),
    log: {
      head,
      lastTransfer: paid.at(-1)?.id ?? 0,
      standings: standingRows(ended.ranked, standings).map(canonicalJson),
    },
  };
}

function countByJudge({ judges, votes }: Contest) {
  const counted = new Int32Array(judges);
  for (const { judge, weight } of votes) if (weight > 0) counted[judge]! += 1;
  return counted;
}
