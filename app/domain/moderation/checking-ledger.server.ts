import { write } from "~/db/write";
import { recordEvent } from "~/domain/event/recording.server";
import { checkLedgerInWorker } from "~/domain/wallet/checking.server";
import type { LedgerReport } from "~/domain/wallet/checking.server";

const SHOWN = 20;

/** Checks the whole ledger. What does not add up becomes an event, for moderators to hear of, and is returned for the log. */
export async function auditLedger({ now }: { now: Date }) {
  const report = await checkLedgerInWorker();
  if (!report.ok) await write((tx) => recordEvent(tx, { ...alarm(report), actorId: null, now }));
  return report;
}

function alarm({ sum, mismatches }: LedgerReport) {
  const data = { sum, count: mismatches.length, mismatches: mismatches.slice(0, SHOWN) };
  return { kind: "ledger-mismatch", subject: `account:${mismatches[0]!.accountId}`, data } as const;
}
