import { setTimeout as sleep } from "node:timers/promises";
import { write } from "~/db/write";
import { cancelCrucible } from "~/domain/crucible/settling/canceling.server";
import { enterCrucible } from "~/domain/crucible/entering/entering.server";
import { castVote } from "~/domain/crucible/judging/judging.server";
import { settleEndedCrucibles } from "~/domain/crucible/settling/settling.server";
import { withdrawEntry } from "~/domain/crucible/entering/withdrawing.server";
import { hoursLater } from "~/tests/factories";

type Vote = { crucibleId: number; judgeId: number; token: string; choice: "left" | "right" };

export function judgeOf(id: number) {
  return { id, levels: 31, score: 0, supporter: false, barrier: null };
}

/** What two may want to do at the same moment; each answers whether it was the one that did it. */
const actions = {
  async settle() {
    return (await settleEndedCrucibles({ now: hoursLater(9) })) > 0;
  },
  async cancel({ crucibleId, moderatorId }: { crucibleId: number; moderatorId: number }) {
    const order = { crucibleId, moderatorId, reason: "A race", now: hoursLater(9) };
    return (await write((tx) => cancelCrucible(tx, order)))!.ok;
  },
  async enter({ crucibleId, entrantId, mediaId }: { crucibleId: number; entrantId: number; mediaId: number }) {
    const entry = { crucibleId, entrantId, mediaIds: [mediaId], now: hoursLater(1) };
    return (await write((tx) => enterCrucible(tx, entry)))!.ok;
  },
  async withdraw({ entrantId, entryId }: { entrantId: number; entryId: number }) {
    return (await write((tx) => withdrawEntry(tx, { entrantId, entryId, now: hoursLater(1) })))!.ok;
  },
  async vote({ crucibleId, judgeId, token, choice }: Vote) {
    const answer = { judge: judgeOf(judgeId), crucibleId, token, choice, now: hoursLater(1), random: Math.random };
    const cast = await write((tx) => castVote(tx, answer));
    return cast!.ok && cast!.counted;
  },
};

export type Actions = typeof actions;
export type ActionName = keyof Actions;
export type Order<N extends ActionName = ActionName> = { number: number; deed: N; details: unknown; after: number };
export type Report = { number: number; did: boolean; error?: string };

/** Does what an order says, and tells how it went. */
export async function runAction({ number, deed, details, after }: Order): Promise<Report> {
  try {
    if (after > 0) await sleep(after);
    return { number, did: await actions[deed](details as never) };
  } catch (error) {
    return { number, did: false, error: String(error) };
  }
}
