const LONGEST = 60;

/** The name as the tail of an address: lower case, Latin letters and digits, hyphens. May be empty. */
export function slugOf(name: string) {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return plain
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, "");
}

/** Where a crucible is found. */
export function pathOf({ id, name }: { id: number; name: string }) {
  const slug = slugOf(name);
  return slug ? `/crucibles/${id}/${slug}` : `/crucibles/${id}`;
}
