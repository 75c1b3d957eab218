import { closeDatabase, openDatabase, reader } from "~/db/client";
import { integrityErrors } from "~/db/integrity-check";
import { compareWithReplay, votedCrucibles } from "~/domain/crucible/rating/replaying.server";
import { checkLedger } from "~/domain/wallet/checking.server";

/** Everything that can be checked of a database file without knowing what should be in it. */
export async function auditDatabase(file: string) {
  openDatabase(file);
  try {
    const broken = integrityErrors();
    const ledger = checkLedger();
    const replay = await replayVotes();
    const ok = broken.length === 0 && ledger.ok && ledger.sum === 0 && replay.differences === 0;
    return {
      ok,
      broken: broken.slice(0, 10),
      transfers: ledger.transfers,
      mismatches: ledger.mismatches.length,
      ...replay,
    };
  } finally {
    closeDatabase();
  }
}

async function replayVotes() {
  let votes = 0;
  let differences = 0;
  for (const id of await votedCrucibles(reader())) {
    const found = await compareWithReplay(reader(), id);
    votes += found.votes;
    differences += found.differences.length + Math.abs(found.votes - found.votesSaid);
  }
  return { votes, differences };
}
