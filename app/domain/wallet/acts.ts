import type { Acts } from "~/domain/subject/acts";

export const acts = {
  actions: ["grant"],
  tabs: [{ to: "/moderation/ledger", label: "Ledger", order: 80 }],
} as const satisfies Acts;
