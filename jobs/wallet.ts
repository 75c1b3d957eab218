import { write } from "~/db/write";
import { auditLedger } from "~/domain/moderation/checking-ledger.server";
import { repayDebts as repayAll } from "~/domain/wallet/owing.server";
import type { Job } from "./index";

export const checkLedger: Job = {
  name: "check-ledger",
  schedule: "10 3 * * *",
  async run({ now }) {
    const { ok, mismatches } = await auditLedger({ now });
    if (!ok)
      throw new Error(
        `Account balances that don't match their transfers: ${mismatches.map((one) => one.accountId).join(", ")}.`,
      );
  },
};

/** Bulk refunds and the like put Buzz into wallets without looking at debts. */
export const repayDebts: Job = {
  name: "repay-debts",
  schedule: "* * * * *",
  run: ({ now }) => write((tx) => repayAll(tx, { now })),
};
