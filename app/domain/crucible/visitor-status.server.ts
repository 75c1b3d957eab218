import { reader } from "~/db/client";
import { findContest } from "./entering/candidates.server";
import type { Judge } from "./judging/judges";
import { hasReminder } from "./opening/reminding.server";
import { readSeat } from "./judging/seat-reading.server";

type VisitorStatusInput = { crucibleId: number; judge: Judge; now: Date };

/**
 * What a crucible's page says to a person: how many of their entries are `used` and what they could pay with, and how many
 * pairs are `waiting` for them to judge, or why they cannot judge; and before it opens, whether they are to be `reminded`.
 * Null when there is no such crucible.
 */
export async function visitorStatus({ crucibleId, judge, now }: VisitorStatusInput) {
  const contest = await findContest(reader(), crucibleId, judge.id);
  const seat = await readSeat({ judge, crucibleId, now });
  if (!contest || !seat) return null;
  const { used, standing, balance, inDebt } = contest;
  const reminded = contest.status === "pending" && (await hasReminder({ userId: judge.id, crucibleId }));
  const waiting = seat.ok ? seat.progress.left : 0;
  const unfit = !seat.ok && seat.reason === "not-eligible" ? seat.why : null;
  return { used, standing, balance, inDebt, reminded, score: judge.score, waiting, unfit };
}
