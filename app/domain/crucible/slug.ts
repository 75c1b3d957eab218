import { slugOf, decodedPath, visibleText } from "~/domain/list/slug";

/** What stands under a crucible’s address already; tests/addresses.test.ts compares this with the routes. */
export const TAKEN_SLUGS = [
  "cancellation",
  "discussion",
  "edit",
  "judge",
  "leaderboard",
  "log",
  "mine",
  "reminder",
  "rules",
  "submit",
  "verify",
];

/** A crucible’s name as the tail of its address: one that would be another page’s gets a word more. */
function tailOf(name: string) {
  const slug = slugOf(name);
  return TAKEN_SLUGS.includes(slug) ? `${slug}-crucible` : slug;
}

/** Where a crucible is found. */
export function pathOf({ id, name }: { id: number; name: string }) {
  const slug = tailOf(name);
  return slug ? `/crucibles/${id}/${slug}` : `/crucibles/${id}`;
}

/** The words in an address that leads nowhere: "/crucibles/7/quiet-plcaes" holds "quiet plcaes". */
export function pathTerms(pathname: string) {
  return visibleText(decodedPath(pathname).replace(/^\/crucibles\/\d*/, ""));
}
