import { randomBytes } from "node:crypto";
import { z } from "zod";
import { write } from "~/db/write";
import { pollDeviceCode, requestDeviceCode } from "~/domain/token/device-codes.server";
import { endFamily, refreshFamily } from "~/domain/token/families.server";
import { noteReuse } from "~/domain/token/reuse.server";
import { deviceClients, deviceScopes, scopeNames, showUserCode } from "~/domain/token/schema";
import type { DeviceClient, Scope } from "~/domain/token/schema";
import { network } from "~/web/request/address.server";
import { endpoint } from "./endpoint";
import type { Answer, Refusals } from "./endpoint";
import { absolute } from "./shapes";

// OAuth 2.0 Device Authorization Grant (RFC 8628). Its errors carry OAuth's own `error` beside the problem's members.

const clients = Object.keys(deviceClients) as [DeviceClient, ...DeviceClient[]];

const scopeList = z
  .string()
  .max(100)
  .default(deviceScopes.join(" "))
  .transform((text) => [...new Set(text.split(" ").filter(Boolean))])
  .refine((asked) => asked.length > 0 && asked.every((one) => (deviceScopes as readonly string[]).includes(one)), {
    error: `A device may ask for: ${deviceScopes.join(", ")}.`,
  })
  .transform((asked) => asked as Scope[]);

const Tokens = z.object({
  access_token: z.string(),
  refresh_token: z.string(),
  token_type: z.literal("Bearer"),
  expires_in: z.number().int(),
  scope: z.string(),
});

const start = endpoint({
  method: "POST",
  path: "/auth/device/start",
  who: "anyone",
  scope: null,
  summary: "Ask for a device code",
  description: "Show `user_code` and `verification_uri` to your user, then poll `/auth/device/confirm`.",
  bodyType: "form",
  body: z.object({ client_id: z.enum(clients), scope: scopeList }),
  output: z.object({
    device_code: z.string(),
    user_code: z.string(),
    verification_uri: z.url(),
    verification_uri_complete: z.url(),
    expires_in: z.number().int(),
    interval: z.number().int(),
  }),
  run: async ({ body, address, now }) => {
    const asked = { client: body.client_id, scopes: body.scope, network: network(address), random: randomBytes, now };
    const code = await write((tx) => requestDeviceCode(tx, asked));
    const userCode = showUserCode(code.userCode);
    const value = {
      device_code: code.deviceCode,
      user_code: userCode,
      verification_uri: absolute("/device"),
      verification_uri_complete: absolute(`/device?code=${userCode}`),
      expires_in: code.expiresIn,
      interval: code.interval,
    };
    return { ok: true, value };
  },
});

const oauth = (title: string) => ({ status: 400, title }) as const;

const confirm = endpoint({
  method: "POST",
  path: "/auth/device/confirm",
  who: "anyone",
  scope: null,
  summary: "Fetch the tokens of a device code",
  bodyType: "form",
  body: z.object({
    grant_type: z.literal("urn:ietf:params:oauth:grant-type:device_code"),
    device_code: z.string().min(1).max(200),
    client_id: z.enum(clients),
  }),
  output: Tokens,
  refusals: {
    authorization_pending: oauth("Nobody has answered yet"),
    slow_down: oauth("Ask less often: five seconds more between requests"),
    access_denied: oauth("The request was declined"),
    expired_token: oauth("The code has expired"),
    invalid_grant: oauth("There is no such code"),
  },
  run: async ({ body, now }) => {
    const poll = { deviceCode: body.device_code, client: body.client_id, random: randomBytes, now };
    const done = await write((tx) => pollDeviceCode(tx, poll));
    return done.ok ? tokens(done) : oauthError(done.reason);
  },
});

const refresh = endpoint({
  method: "POST",
  path: "/auth/refresh",
  who: "anyone",
  scope: null,
  summary: "Exchange a refresh token for the next pair of tokens",
  description:
    "The same token sent again within 60 seconds gets the same pair. Sent later it ends the sign-in, as a copy would.",
  bodyType: "form",
  body: z.object({ grant_type: z.literal("refresh_token"), refresh_token: z.string().min(1).max(200) }),
  output: Tokens,
  refusals: { invalid_grant: oauth("This refresh token doesn’t work any more") },
  run: async ({ body, now }) => {
    const done = await write(async (tx) => {
      const refreshed = await refreshFamily(tx, { token: body.refresh_token, now });
      if (!refreshed.ok && refreshed.reason === "reuse") await noteReuse(tx, { ...refreshed, now });
      return refreshed;
    });
    return done.ok ? tokens(done) : oauthError("invalid_grant");
  },
});

type Pair = { access: string; refresh: string; scopes: Scope[]; expiresIn: number };

function tokens({ access, refresh, scopes, expiresIn }: Pair): Answer<z.input<typeof Tokens>> {
  const value = {
    access_token: access,
    refresh_token: refresh,
    token_type: "Bearer" as const,
    expires_in: expiresIn,
    scope: scopes.join(" "),
  };
  return { ok: true, value, headers: { "cache-control": "no-store" } };
}

function oauthError(reason: string) {
  return { ok: false, reason, extra: { error: reason } } as const;
}

const logout = endpoint({
  method: "POST",
  path: "/auth/logout",
  who: "person",
  scope: null,
  summary: "Sign this program out",
  description: "Ends the access and refresh tokens of the program. Personal tokens are deleted in the settings.",
  refusals: {
    "not-a-device": { status: 409, title: "Personal tokens are deleted in the settings" },
  } satisfies Refusals,
  run: ({ caller, change }) =>
    change(async (tx) => {
      if (caller!.familyId === null) return { ok: false, reason: "not-a-device" };
      await endFamily(tx, { userId: caller!.id, id: caller!.familyId });
      return { ok: true, value: undefined };
    }),
});

const me = endpoint({
  method: "GET",
  path: "/auth/me",
  who: "person",
  scope: null,
  summary: "Read whom this token belongs to",
  output: z.object({
    id: z.number().int(),
    username: z.string(),
    role: z.string(),
    membership: z.string(),
    scopes: z.array(z.enum(scopeNames)),
  }),
  run: async ({ caller }) => ({ ok: true, value: caller! }),
});

const providers = (["github", "google"] as const).flatMap((provider) => [
  signInWith(provider, ""),
  signInWith(provider, "/callback"),
]);

function signInWith(provider: "github" | "google", tail: "" | "/callback") {
  return endpoint({
    method: "GET",
    path: `/auth/${provider}${tail}`,
    who: "anyone",
    scope: null,
    summary: tail ? `Where ${provider} used to send people back to` : `Sign in with ${provider}, in a browser`,
    run: async ({ request }) => {
      const { search } = new URL(request.url);
      const location = absolute(`/sign-in/${provider}${tail}${search}`);
      return { ok: true, value: undefined, status: 303, headers: { location } };
    },
  });
}

export const authEndpoints = [start, confirm, refresh, logout, me, ...providers];
