/**
 * Whether a request may change something: a GET or HEAD never does; any other must come from our own pages.
 * `Sec-Fetch-Site` decides where the browser sends it, else `Origin`, which must be ours.
 */
export function mayChange(request: Request, ownOrigin: string) {
  if (request.method === "GET" || request.method === "HEAD") return true;
  const site = request.headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin" || site === "none";
  return request.headers.get("origin") === ownOrigin;
}
