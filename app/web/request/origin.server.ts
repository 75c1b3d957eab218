/**
 * Whether a request may change something: a GET or HEAD never does; any other must come from our own pages.
 * Under `/api` nothing reads cookies, so another site can do nothing in a visitor’s name there.
 * `Sec-Fetch-Site` decides where the browser sends it, else `Origin`, which must be ours.
 */
export function canWrite(request: Request, ownOrigin: string) {
  if (request.method === "GET" || request.method === "HEAD") return true;
  if (new URL(request.url).pathname.startsWith("/api/")) return true;
  if (!isForItsOwnHost(request.headers)) return false;
  const site = request.headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin" || site === "none";
  return request.headers.get("origin") === ownOrigin;
}

// Remix takes a form whose origin is another host than the one it was sent to for an attack, and fails.
function isForItsOwnHost(headers: Headers) {
  const [origin, host] = [
    headers.get("origin"),
    headers.get("x-forwarded-host")?.split(",")[0]!.trim() ?? headers.get("host"),
  ];
  return !host || !origin || (URL.canParse(origin) && new URL(origin).host === host);
}
