import { auditLedger } from "~/domain/moderation/checking-ledger.server";
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
