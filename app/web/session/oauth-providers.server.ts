import { CodeChallengeMethod, Google, OAuth2Client, decodeIdToken } from "arctic";
import { z } from "zod";
import type { Identity } from "~/domain/account/identities.server";
import { env } from "../server/env.server";

export const providers = ["github", "google"] as const;
export type Provider = (typeof providers)[number];

/** The other sites that one can sign in with here; the buttons of the rest are absent. */
export function configuredProviders(): Provider[] {
  return providers.filter((provider) => keysOf(provider) !== null);
}

type Client = {
  /** Where to send the browser. */
  authorization: (state: string, verifier: string) => URL;
  /** Trades a code in. Throws when the other site refuses it or answers something else. */
  identity: (code: string, verifier: string) => Promise<Identity>;
};

export function clientFor(provider: Provider): Client | null {
  const keys = keysOf(provider);
  if (!keys) return null;
  const back = new URL(`/sign-in/${provider}/callback`, env().appUrl).href;
  return provider === "github" ? github(keys, back) : google(keys, back);
}

type Keys = { id: string; secret: string };

function keysOf(provider: Provider): Keys | null {
  const { GITHUB_CLIENT_ID, GITHUB_CLIENT_SECRET, GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET } = env();
  const [id, secret] =
    provider === "github" ? [GITHUB_CLIENT_ID, GITHUB_CLIENT_SECRET] : [GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET];
  return id && secret ? { id, secret } : null;
}

const GoogleClaims = z.object({
  sub: z.string().min(1),
  name: z.string().default(""),
  email: z.email().optional(),
  email_verified: z.boolean().default(false),
});

function google({ id, secret }: Keys, back: string): Client {
  const site = new Google(id, secret, back);
  return {
    authorization: (state, verifier) => site.createAuthorizationURL(state, verifier, ["openid", "profile", "email"]),
    async identity(code, verifier) {
      const tokens = await site.validateAuthorizationCode(code, verifier);
      const { sub, name, email, email_verified } = GoogleClaims.parse(decodeIdToken(tokens.idToken()));
      return { provider: "google", providerId: sub, name, verifiedEmail: email_verified ? (email ?? null) : null };
    },
  };
}

const GITHUB = "https://github.com/login/oauth";
const GithubUser = z.object({ id: z.number().int().positive(), login: z.string() });
const GithubEmails = z.array(z.object({ email: z.email(), primary: z.boolean(), verified: z.boolean() }));

// Not arctic's own GitHub client: that one knows no PKCE.
function github({ id, secret }: Keys, back: string): Client {
  const site = new OAuth2Client(id, secret, back);
  return {
    authorization: (state, verifier) =>
      site.createAuthorizationURLWithPKCE(`${GITHUB}/authorize`, state, CodeChallengeMethod.S256, verifier, [
        "read:user",
        "user:email",
      ]),
    async identity(code, verifier) {
      const tokens = await site.validateAuthorizationCode(`${GITHUB}/access_token`, code, verifier);
      const user = GithubUser.parse(await ask("user", tokens.accessToken()));
      const emails = GithubEmails.parse(await ask("user/emails", tokens.accessToken()));
      const primary = emails.find((one) => one.primary && one.verified);
      return {
        provider: "github",
        providerId: String(user.id),
        name: user.login,
        verifiedEmail: primary?.email ?? null,
      };
    },
  };
}

async function ask(path: string, token: string): Promise<unknown> {
  const headers = { authorization: `Bearer ${token}`, accept: "application/vnd.github+json", "user-agent": "crucible" };
  const answer = await fetch(`https://api.github.com/${path}`, { headers, signal: AbortSignal.timeout(10_000) });
  if (!answer.ok) throw new Error(`GitHub answered ${answer.status} for ${path}`);
  return answer.json();
}
