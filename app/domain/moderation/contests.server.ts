import type { Tx } from "~/db/client";
import { disqualifyEntry } from "~/domain/crucible/entering/disqualifying.server";
import { voidJudge } from "~/domain/crucible/judging/voiding.server";
import { cancelCrucible } from "~/domain/crucible/settling/canceling.server";
import { actOn } from "./acting.server";
import type { Act } from "./acting.server";

/** `cancelCrucible`, written down. */
export function cancel(tx: Tx, { crucibleId, ...act }: Act & { crucibleId: number }) {
  const on = { ...act, action: "cancel-crucible", subject: `crucible:${crucibleId}` } as const;
  return actOn(tx, on, (by) => cancelCrucible(tx, { crucibleId, ...by }));
}

/** `disqualifyEntry`, written down. */
export function disqualify(tx: Tx, { entryId, ...act }: Act & { entryId: number }) {
  const on = { ...act, action: "disqualify-entry", subject: `entry:${entryId}` } as const;
  return actOn(tx, on, (by) => disqualifyEntry(tx, { entryId, ...by }));
}

type VoidVotesInput = Act & { crucibleId: number; judgeId: number };

/** `voidJudge`, written down. */
export function voidVotesOf(tx: Tx, { crucibleId, judgeId, ...act }: VoidVotesInput) {
  const on = { ...act, action: "void-votes", subject: `crucible:${crucibleId}` } as const;
  return actOn(
    tx,
    on,
    (by) => voidJudge(tx, { crucibleId, judgeId, ...by }),
    (done) => (done.ok ? { judgeId, votes: done.votes } : {}),
  );
}
