import type { Acts } from "~/domain/subject/moderated";

export const acts = {
  actions: ["feature", "unfeature", "cancel-crucible", "disqualify-entry", "void-votes"],
  tabs: [
    { to: "/moderation/featured", label: "Featured", order: 40 },
    { to: "/moderation/votes", label: "Votes", order: 50 },
  ],
  links: { crucible: (id) => `/crucibles/${id}` },
  featuring: { crucible: (id) => `/moderation/featured/${id}` },
} as const satisfies Acts;
