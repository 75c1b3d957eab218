import { buzz } from "./format";

/** What the wallet says. */
export const walletText = {
  goToWallet: "Go to wallet",
  backToWallet: "Back to wallet",
  claimedAlready: "You’ve claimed today’s Buzz. You can claim again after 00:00 UTC.",
  noTransactions: "No transactions yet",
  noneMatch: "No transactions match",
  downloadCsv: "Download as CSV",
  claim: (amount: number) => `Claim today’s ${buzz(amount)}`,
  added: (amount: number) => `${buzz(amount)} added to your wallet.`,
} as const;
