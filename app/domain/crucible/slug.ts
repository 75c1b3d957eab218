import { slugOf, typedPath, wordsOf } from "~/domain/list/slug";

// What stands under a crucible's address already.
const taken =
  /^(cancellation|card|discussion|edit|entries|feature|judge|leaderboard|log|mine|rules|submit|verify|votes)$/;

/** A crucible's name as the tail of its address; empty where that would be another page's address. */
function tailOf(name: string) {
  const slug = slugOf(name);
  return taken.test(slug) ? "" : slug;
}

/** Where a crucible is found. */
export function pathOf({ id, name }: { id: number; name: string }) {
  const slug = tailOf(name);
  return slug ? `/crucibles/${id}/${slug}` : `/crucibles/${id}`;
}

/** The words in an address that leads nowhere: "/crucibles/7/quiet-plcaes" holds "quiet plcaes". */
export function addressWords(pathname: string) {
  return wordsOf(typedPath(pathname).replace(/^\/crucibles\/\d*/, ""));
}
