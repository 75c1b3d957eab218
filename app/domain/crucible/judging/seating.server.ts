import type { Tx } from "~/db/client";
import { type Judge, judgingRefusal } from "./judges";
import { candidateCounts } from "../pairing/stored-candidates.server";
import type { Random } from "~/domain/contest/random";
import { fillSeat } from "./seat-filling.server";
import { seatQueries } from "./seat-queries.server";

type TakeSeatInput = { judge: Judge; crucibleId: number; now: Date; random: Random };

/**
 * Sits a judge down before a pair, with the one after it ready. A pair that waits for an answer stays the same. Refuses
 * before the start, after the end, whom the crucible's judge rule leaves out, with fewer than two entries to judge, and
 * when all pairs have been had. Null: there is no such crucible.
 */
export async function takeSeat(tx: Tx, { judge, crucibleId, now, random }: TakeSeatInput) {
  const terms = await seatQueries(tx).crucible.get({ crucible: crucibleId });
  if (!terms) return null;
  const refusal = judgingRefusal(terms, judge, now);
  if (refusal) return refusal;

  await seatQueries(tx).open.run({ crucible: crucibleId, judge: judge.id, now });
  const { pairs, dropped } = await fillSeat(tx, { terms, judge, now, random });
  await recount(tx, judge, crucibleId);
  if (pairs > 0) return { ok: true, replaced: dropped } as const;
  const { open } = await candidateCounts(tx, crucibleId, judge);
  return { ok: false, reason: open < 2 ? "too-few-entries" : "caught-up" } as const;
}

/** Entries may have left since the last time, and preferences changed. */
async function recount(tx: Tx, judge: Judge, crucibleId: number) {
  const who = { crucible: crucibleId, judge: judge.id };
  const had = await seatQueries(tx).pairsHad.get({ ...who, levels: judge.levels });
  await seatQueries(tx).setPairs.run({ ...who, pairs: had!.pairs });
}
