import { z } from "zod";
import { many } from "~/domain/contest/fields";

/** What a token may be used for. A token may do what its person may, and never more. */
export const scopes = {
  read: "Read your matches, balance, ratings and notifications",
  play: "Join and play matches and tournaments",
  create: "Open contests, upload media, enter and comment",
  vote: "Judge pairs, where this site lets programs vote",
  clan: "See and run your clans",
  account: "Manage your account, purchases, prizes and webhooks",
  admin: "Everything in the admin API, for moderators and admins",
} as const;

export type Scope = keyof typeof scopes;

export const scopeNames = Object.keys(scopes) as [Scope, ...Scope[]];

const noScope = "Choose at least one permission.";
const noCode = "Enter the eight letters of the code.";

/** Scopes with which a lost token does most harm, and the longest such a token may live, in days. */
export const riskyScopes: readonly Scope[] = ["account", "admin"];
export const MAX_RISKY_DAYS = 7;
const MIN_DAYS = 7;
const MAX_DAYS = 365;
export const MAX_TOKENS = 20;

export const NewTokenForm = z.object({
  name: z.string().trim().min(1, "Enter a name.").max(60, "Use at most 60 characters."),
  scopes: many(z.enum(scopeNames), scopeNames.length, noScope).refine((chosen) => chosen.length > 0, noScope),
  days: z.coerce.number("Choose when it expires.").int().min(MIN_DAYS).max(MAX_DAYS),
  password: z.string().max(200).default(""),
});

export const DeviceCodeForm = z.strictObject({ code: z.string({ error: noCode }).max(40) });
export const DeviceDecisionForm = z.strictObject({ code: z.string().max(40), decision: z.enum(["allow", "deny"]) });

/** Programs that may ask for a device code. A client proves nothing about itself, which is why the list is short and fixed. */
export const deviceClients = {
  "crucible-editor": "Crucible for VS Code",
  "crucible-cli": "Crucible command line",
} as const;

export type DeviceClient = keyof typeof deviceClients;

/** What a device may be granted. */
export const deviceScopes = ["read", "play"] as const satisfies readonly Scope[];

/** Letters that can't be mistaken for one another and spell no words (RFC 8628, 6.1). */
export const USER_CODE_LETTERS = "BCDFGHJKLMNPQRSTVWXZ";
export const USER_CODE_LENGTH = 8;
export const CODE_MINUTES = 15;
export const ACCESS_MINUTES = 15;
export const REFRESH_DAYS = 7;
/** For how long a refresh token that was just used gets the same answer again, in seconds. */
export const REPLAY_SECONDS = 60;

/** A user code as typed, without regard to case, spaces and dashes; null when it can't be one. */
export function readUserCode(typed: string) {
  const code = typed.toUpperCase().replace(/[\s-]/g, "");
  const isOne = code.length === USER_CODE_LENGTH && [...code].every((letter) => USER_CODE_LETTERS.includes(letter));
  return isOne ? code : null;
}

/** A user code as shown: WDJB-MJHT. */
export function showUserCode(code: string) {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}
