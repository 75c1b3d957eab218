/** A path of our own to go on to, or the fallback: one leading slash, no second one, no backslash, and only what a header can carry. */
export function safePath(to: unknown, fallback = "/crucibles") {
  if (typeof to !== "string" || to.length > 2000) return fallback;
  return /^\/(?![/\\])[ -[\]-~]*$/.test(to) ? to : fallback;
}
