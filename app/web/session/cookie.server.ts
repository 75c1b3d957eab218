import { env } from "../server/env.server";

type CookieOptions = { maxAge: number };

/** The value of a cookie of ours in a request, or null. */
export function readCookie(request: Request, name: string) {
  const wanted = `${fullName(name)}=`;
  const found = request.headers
    .get("cookie")
    ?.split(/; */)
    .find((one) => one.startsWith(wanted));
  return found ? found.slice(wanted.length) : null;
}

/** A Set-Cookie header; `maxAge` in seconds, 0 to remove it. */
export function cookie(name: string, value: string, { maxAge }: CookieOptions) {
  const secure = env().secure ? "; Secure" : "";
  return `${fullName(name)}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAge}${secure}`;
}

// The prefix makes browsers refuse a cookie of this name from anyone but this host over https.
function fullName(name: string) {
  return env().secure ? `__Host-${name}` : name;
}
