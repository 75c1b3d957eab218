import type { Acts } from "~/domain/subject/acts";

export const acts = {
  actions: ["remove-comment"],
  links: { comment: (id) => `/comments/${id}` },
} as const satisfies Acts;
