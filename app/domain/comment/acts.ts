import type { Acts } from "~/domain/subject/moderated";

export const acts = {
  actions: ["remove-comment"],
  links: { comment: (id) => `/comments/${id}` },
} as const satisfies Acts;
