import { write } from "~/db/write";
import { guest } from "~/domain/media/content-ratings";
import type { Viewer } from "~/domain/media/content-ratings";
import { isAdmin, isModerator } from "~/domain/moderation/rules";
import { authenticate, noteTokenUse } from "~/domain/token/authenticating.server";
import type { TokenHolder } from "~/domain/token/authenticating.server";
import type { Endpoint } from "./endpoint";
import { generalProblem } from "./problem.server";

const NOTED_EVERY_MS = 60_000;

type Found = { ok: true; caller: TokenHolder | null } | { ok: false; reply: Response };

/** Who calls, by the bearer token alone: cookies are not looked at. A token that doesn't work is refused even where none is needed. */
export async function callerOf(request: Request, now: Date): Promise<Found> {
  const header = request.headers.get("authorization");
  if (header === null) return { ok: true, caller: null };
  const token = /^Bearer +(\S+)$/i.exec(header)?.[1];
  const caller = token ? await authenticate(token, now) : null;
  if (!caller) return { ok: false, reply: unauthenticated('Bearer error="invalid_token"') };
  await note(caller, now);
  return { ok: true, caller };
}

/** The problem with this caller at this endpoint; null when they may ask. */
export function refusalFor({ who, scope }: Endpoint, caller: TokenHolder | null) {
  if (who === "anyone" && !caller) return null;
  if (!caller) return unauthenticated("Bearer");
  if ((who === "moderator" && !isModerator(caller)) || (who === "admin" && !isAdmin(caller)))
    return generalProblem("not-found");
  if (scope && who !== "anyone" && !caller.scopes.includes(scope)) {
    const headers = { "www-authenticate": `Bearer error="insufficient_scope", scope="${scope}"` };
    return generalProblem("missing-scope", { detail: `This needs a token with the scope “${scope}”.`, headers });
  }
  return null;
}

export function viewerOf(caller: TokenHolder | null): Viewer {
  return caller ? { id: caller.id, levels: caller.browsingLevels, moderator: isModerator(caller) } : guest;
}

function unauthenticated(challenge: string) {
  return generalProblem("unauthenticated", { headers: { "www-authenticate": challenge } });
}

/** When each token was last noted, in this process: a row a minute is enough for its owner. */
const noted = new Map<string, number>();

async function note(caller: TokenHolder, now: Date) {
  const key = `${caller.personalTokenId}:${caller.familyId}`;
  if (now.getTime() - (noted.get(key) ?? 0) < NOTED_EVERY_MS) return;
  if (noted.size > 10_000) noted.clear();
  noted.set(key, now.getTime());
  await write((tx) => noteTokenUse(tx, caller, now));
}
