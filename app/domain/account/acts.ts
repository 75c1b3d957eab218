import type { Acts } from "~/domain/subject/moderated";

export const acts = {
  actions: ["ban", "unban", "change-role", "change-membership"],
  tabs: [{ to: "/moderation/people", label: "Users", order: 20 }],
  links: { user: (id) => `/moderation/people/${id}` },
} as const satisfies Acts;
