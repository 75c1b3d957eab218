import type { Acts } from "~/domain/subject/moderated";

export const acts = {
  actions: ["resolve-report"],
  tabs: [
    { to: "/moderation", label: "Reports", order: 10 },
    { to: "/moderation/log", label: "Audit log", order: 70 },
  ],
  links: { report: (id) => `/moderation/reports/${id}` },
} as const satisfies Acts;
