import { verifyDeviceToken, createDeviceToken } from "~/domain/account/devices.server";
import { findSession } from "~/domain/account/sessions.server";
import { clock } from "../server/clock.server";
import { cookie, readCookie } from "./cookie.server";

const NAME = "session";
const DEVICE = "device";
const YEAR = 365 * 86_400;
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

/** The headers for somebody who has just proved who they are: the session, and the mark by which this browser is known at the next sign-in. */
export async function signedIn(userId: number, token: string) {
  return new Headers([
    ["set-cookie", cookie(NAME, token, { maxAge: SESSION_DAYS * 86_400 })],
    ...(await deviceCookie(userId)),
  ]);
}

export function clearSessionCookie() {
  return cookie(NAME, "", { maxAge: 0 });
}

/** The headers after a new password was set by mail: signed out, but on a known device. */
export async function signedOutHeaders(userId: number) {
  return new Headers([["set-cookie", clearSessionCookie()], ...(await deviceCookie(userId))]);
}

/** The browser that sends the request, where this person has signed in with it since their password is what it is; else null. */
export function deviceOf(request: Request, userId: number) {
  return verifyDeviceToken(userId, readCookie(request, DEVICE) ?? "");
}

async function deviceCookie(userId: number): Promise<[string, string][]> {
  const mark = await createDeviceToken(userId);
  return mark ? [["set-cookie", cookie(DEVICE, mark, { maxAge: YEAR })]] : [];
}
