import type { transferKinds } from "~/db/schema/values";

export type TransferKind = (typeof transferKinds)[number];

/** What a person's history can be filtered by: the kinds that the site has uses for today. */
export const filterKinds = ["grant", "daily", "setup-fee", "entry-fee", "prize", "refund", "adjustment"] as const;

/** What each kind of movement is called on a page. */
export const kindLabels: Record<TransferKind, string> = {
  grant: "Grant",
  daily: "Daily claim",
  "setup-fee": "Setup fee",
  "entry-fee": "Entry fee",
  prize: "Prize",
  refund: "Refund",
  remainder: "Remainder",
  adjustment: "Adjustment",
  funding: "Prize funding",
  unspent: "Unspent funding",
  "looks-used": "Reviews",
  "took-part": "Participation",
  "lab-test": "Lab test",
  stake: "Stake",
  ruling: "Match result",
  "match-paid": "Match winnings",
  "prize-fund": "Prize fund",
  purchase: "Purchase",
  clawback: "Refunded purchase",
  debt: "Debt repayment",
  forgiveness: "Debt forgiven",
};
