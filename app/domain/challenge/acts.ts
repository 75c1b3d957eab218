import type { Acts } from "~/domain/subject/moderated";

export const acts = {
  actions: ["cancel-challenge", "end-challenge", "rate-challenge", "clear-entry", "remove-entry"],
  tabs: [{ to: "/moderation/challenges", label: "Challenges", order: 15 }],
  links: { challenge: (id) => `/challenges/${id}` },
} as const satisfies Acts;
