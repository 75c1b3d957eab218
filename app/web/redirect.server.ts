/** A path of our own to go on to, or the fallback: one leading slash, no second one, no backslash, no control characters. */
export function safePath(to: unknown, fallback = "/crucibles") {
  if (typeof to !== "string" || to.length > 2000) return fallback;
  // eslint-disable-next-line no-control-regex
  return /^\/(?![/\\])[^\\\u0000-\u001f]*$/.test(to) ? to : fallback;
}
