import { generateCodeVerifier, generateState } from "arctic";
import { redirect } from "@remix-run/node";
import { z } from "zod";
import type { Identity } from "~/domain/account/identities.server";
import { cookie, readCookie } from "./cookie.server";
import { clientFor, providers } from "./oauth-providers.server";
import type { Provider } from "./oauth-providers.server";
import { logger } from "../server/log.server";
import { safePath } from "../response/redirect.server";

const COOKIE = "oauth";
const TEN_MINUTES = 600;
const OauthState = z.strictObject({
  provider: z.enum(providers),
  state: z.string(),
  verifier: z.string(),
  to: z.string(),
});

/** Sends the browser to another site to sign in there; what it needs to come back is in a cookie of ten minutes. */
export function startOauth(provider: Provider, to: string | null) {
  const client = clientFor(provider);
  if (!client) return null;
  const trip = { provider, state: generateState(), verifier: generateCodeVerifier(), to: safePath(to) };
  const value = Buffer.from(JSON.stringify(trip)).toString("base64url");
  const headers = { "set-cookie": cookie(COOKIE, value, { maxAge: TEN_MINUTES }) };
  return redirect(client.authorization(trip.state, trip.verifier).href, { status: 303, headers });
}

type Return = { provider: Provider; code: string; state: string };

/**
 * Who has come back from another site, and where they were going. Null when this is not the end of a trip that this
 * browser began, or the other site does not vouch for it.
 */
export async function finishOauth(
  request: Request,
  { provider, code, state }: Return,
): Promise<{ identity: Identity; to: string } | null> {
  const client = clientFor(provider);
  const trip = readOauthState(request);
  if (!client || !trip || trip.provider !== provider || trip.state !== state) return null;
  try {
    return { identity: await client.identity(code, trip.verifier), to: trip.to };
  } catch (error) {
    logger.warn(
      { provider, reason: error instanceof Error ? error.message : "unknown" },
      "a sign-in through another site failed",
    );
    return null;
  }
}

/** Ends the trip: its cookie is of no more use. */
export function clearOauthCookie() {
  return cookie(COOKIE, "", { maxAge: 0 });
}

function readOauthState(request: Request) {
  try {
    return OauthState.parse(JSON.parse(Buffer.from(readCookie(request, COOKIE) ?? "", "base64url").toString()));
  } catch {
    return null;
  }
}
