const LONGEST = 60;

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

/** The name as the tail of an address: lower case, Latin letters and digits, hyphens. May be empty. */
export function slugOf(name: string) {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const slug = plain
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, "");
  return TAKEN_SLUGS.includes(slug) ? `${slug}-crucible` : slug;
}

/** Where a crucible is found. */
export function pathOf({ id, name }: { id: number; name: string }) {
  const slug = slugOf(name);
  return slug ? `/crucibles/${id}/${slug}` : `/crucibles/${id}`;
}

/** An address as it was typed, where that can be told. */
export function typedPath(pathname: string) {
  try {
    return decodeURI(pathname);
  } catch {
    return pathname;
  }
}

/** The words in an address that leads nowhere, to look for what it meant: "/crucibles/7/quiet-plcaes" holds "quiet plcaes". */
export function addressWords(pathname: string) {
  return typedPath(pathname)
    .replace(/^\/crucibles\/\d*/, "")
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
