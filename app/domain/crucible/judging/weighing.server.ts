import type { Tx } from "~/db/client";
import { updateControlStats } from "../weights/control-stats";
import type { Answer } from "../weights/too-fast";
import type { Judge } from "./judges";
import { type SeatPair, seatQueries } from "./seat-queries.server";
import { voteQueries } from "./vote-queries.server";
import { weighVote } from "../weights/vote-weight";

type Ballot = { crucibleId: number; judge: Judge; pair: SeatPair; winner: number; now: Date };

/** What this answer weighs and why, with the judge's seat as it was before and the record of controls as it is after. */
export async function weighBallot(tx: Tx, { crucibleId, judge, pair, winner, now }: Ballot) {
  const who = { crucible: crucibleId, judge: judge.id };
  const seat = (await seatQueries(tx).seat.get(who))!;
  const durationMs = Math.max(0, now.getTime() - pair.shownAt!.getTime());
  const earlier = await voteQueries(tx).answers.all(who);
  const answers = [{ durationMs, video: pair.video }, ...earlier].reverse().map(toAnswer);
  const controls = { shown: seat.controls, wrong: seat.controlsWrong };
  const skips = Math.max(seat.skipsInRow, pair.skips);
  const { weight, reasons } = weighVote({ skips, answers, controls });
  const record = pair.expected === null ? controls : updateControlStats(controls, winner === pair.expected);
  return { seat, record, skips, weight, reasons, durationMs };
}

function toAnswer({ durationMs, video }: { durationMs: number; video: boolean }): Answer {
  return { seconds: durationMs / 1000, kind: video ? "video" : "images" };
}
