const LONGEST = 60;

/** A name as the tail of an address: lower case, Latin letters and digits, hyphens. May be empty. */
export function slugOf(name: string) {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return plain
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, "");
}

/** An address as it was typed, where that can be told. */
export function decodedPath(pathname: string) {
  try {
    return decodeURI(pathname);
  } catch {
    return pathname;
  }
}

/** The words of an address, to look for what it meant. */
export function visibleText(path: string) {
  return path.replaceAll(/[^\p{L}\p{N}]+/gu, " ").trim();
}
