import type { Acts } from "~/domain/subject/moderated";

export const acts = {
  actions: ["grant"],
  tabs: [{ to: "/moderation/ledger", label: "Ledger", order: 80 }],
} as const satisfies Acts;
