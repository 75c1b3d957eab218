import { write } from "~/db/write";
import { repayDebts as repayAll } from "~/domain/wallet/owing.server";
import type { Job } from "./index";

/** Bulk refunds and the like put Buzz into wallets without looking at debts. */
export const repayDebts: Job = {
  name: "repay-debts",
  schedule: "* * * * *",
  run: ({ now }) => write((tx) => repayAll(tx, { now })),
};
