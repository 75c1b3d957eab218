import type { Db } from "~/db/client";
import { linkHash, GENESIS } from "../log/chain";
import type { Row } from "../log/chain";
import { readEnded, toContest } from "./contest-reads.server";
import { finalOrder } from "./final-order";
import type { FinalOrder } from "./final-order";
import { voteRows } from "../log/log-rows.server";

/** How a crucible came out, before anything of it is written down. */
export type Ranking = Omit<FinalOrder, "weights" | "judgeWeights"> & {
  /** What each judge's votes weigh, as a factor on their weight when cast, and how many of them counted at all when cast. */
  judges: { judgeId: number; weight: number; counted: number }[];
  /** The hash of the log so far, up to its last vote. */
  votesHead: string;
};

/** Ranks a crucible that takes no more votes. Only reads; minutes of work at most, so it may run in a worker thread. */
export async function rankCrucible(db: Db, crucibleId: number): Promise<Ranking> {
  const ended = await readEnded(db, crucibleId);
  const { contest, standing, judges } = toContest(ended);
  const { weights, judgeWeights, ...order } = finalOrder(contest);
  const weightOf = new Map(standing.map(({ id }, i) => [id, weights[i]!]));
  const votesHead = headAfter(GENESIS, voteRows(ended, weightOf));
  const counted = new Int32Array(judges.length);
  for (const { judge, weight } of contest.votes) if (weight > 0) counted[judge]! += 1;
  return { ...order, judges: judges.map((judgeId, i) => ({ judgeId, weight: judgeWeights[i]!, counted: counted[i]! })), votesHead };
}

/** The head of a log that goes on with these rows. */
export function headAfter(head: string, rows: Iterable<Row>) {
  let last = head;
  for (const row of rows) last = linkHash(last, row);
  return last;
}
