import { findSession } from "~/domain/account/sessions.server";
import { clock } from "./clock.server";
import { cookie, readCookie } from "./cookie.server";

const NAME = "session";
/** How long a sign-in lasts, in days. */
export const SESSION_DAYS = 60;

/** Who sends the request, or null. A banned or deleted person is nobody. */
export async function currentUser(request: Request) {
  const token = readCookie(request, NAME);
  return token ? await findSession(token, clock.now()) : null;
}

export type CurrentUser = NonNullable<Awaited<ReturnType<typeof currentUser>>>;

export function sessionToken(request: Request) {
  return readCookie(request, NAME);
}

export function sessionCookie(token: string) {
  return cookie(NAME, token, { maxAge: SESSION_DAYS * 86_400 });
}

export function noSessionCookie() {
  return cookie(NAME, "", { maxAge: 0 });
}
