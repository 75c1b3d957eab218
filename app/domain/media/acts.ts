import type { Acts } from "~/domain/subject/moderated";

export const acts = {
  actions: ["correct-level", "name-model", "set-base-model", "merge-models", "import-models"],
  tabs: [
    { to: "/moderation/levels", label: "Content ratings", order: 30 },
    { to: "/moderation/catalog", label: "Catalog", order: 60 },
  ],
  links: {
    media: (id) => `/moderation/levels/${id}`,
    "model-version": (id) => `/moderation/catalog/${id}/base`,
  },
} as const satisfies Acts;
