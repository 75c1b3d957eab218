import type { transferKinds } from "~/db/schema/values";

export type TransferKind = (typeof transferKinds)[number];

/** What each kind of movement is called on a page. */
export const kindWords: Record<TransferKind, string> = {
  grant: "Grant",
  daily: "Daily claim",
  "setup-fee": "Setup fee",
  "entry-fee": "Entry fee",
  prize: "Prize",
  refund: "Refund",
  remainder: "Remainder",
  adjustment: "Adjustment",
};
