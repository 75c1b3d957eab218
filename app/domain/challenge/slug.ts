import { slugOf } from "~/domain/list/slug";

/** What stands under a challenge’s address already; tests/addresses.test.ts compares this with the routes. */
export const TAKEN_SLUGS = [
  "cancellation",
  "discussion",
  "edit",
  "end",
  "level",
  "log",
  "looks",
  "mine",
  "rematch",
  "reminder",
  "results",
  "reviews",
  "rules",
  "submit",
];

/** Where a challenge is found. */
export function pathOf({ id, title }: { id: number; title: string }) {
  const slug = slugOf(title);
  const tail = TAKEN_SLUGS.includes(slug) ? `${slug}-challenge` : slug;
  return tail ? `/challenges/${id}/${tail}` : `/challenges/${id}`;
}
