import { RateLimiterRes, RateLimiterSQLite } from "rate-limiter-flexible";
import type { TokenHolder } from "~/domain/token/authenticating.server";
import { network } from "~/web/request/address.server";
import { personKey, personLimits } from "~/web/request/person-limits";
import { logger } from "~/web/server/log.server";
import type { Endpoint } from "./endpoint";
import { generalProblem } from "./problem.server";

const MINUTE = 60;
/** Requests a minute: of one person over all their tokens, and of one network that sends no token. */
const QUOTAS = { free: 100, supporter: 1000, network: 1000, device: 10, uploads: 20 } as const;

type Quota = keyof typeof QUOTAS;
type Counted = { headers: Record<string, string>; reply: Response | null };
type Asked = {
  caller: TokenHolder | null;
  address: string;
  endpoint: Pick<Endpoint, "path" | "bodyType" | "personLimit">;
};

/** Counts a request; `headers` say what is left (draft-ietf-httpapi-ratelimit-headers), `reply` is there when nothing is. */
export function apiLimits(store: unknown) {
  const limiters = Object.fromEntries(
    Object.entries(QUOTAS).map(([name, points]) => [name, limiterOf(store, { name: `api-${name}`, points })]),
  ) as Record<Quota, RateLimiterSQLite>;
  const ofPersons = personLimiters(store);

  return async (asked: Asked): Promise<Counted> => {
    const quota = quotaOf(asked);
    const key = asked.caller ? personKey(asked.caller.id) : network(asked.address);
    const result = await consume(limiters[quota], key);
    if (!result) return { headers: {}, reply: null };
    const seconds = Math.max(1, Math.ceil(result.msBeforeNext / 1000));
    const headers = {
      "ratelimit-policy": `"${quota}";q=${QUOTAS[quota]};w=${MINUTE}`,
      ratelimit: `"${quota}";r=${Math.max(0, result.remainingPoints)};t=${seconds}`,
    };
    if (result.refused) return { headers, reply: tooMany(seconds) };
    return { headers, reply: await ofPersons(asked, key) };
  };
}

/** Counts against the limits that the person has on pages too; the problem when one is used up. */
function personLimiters(store: unknown) {
  const limiters = new Map(
    Object.entries(personLimits).map(([name, limits]) => [name, limits.map((limit) => limiterOf(store, limit))]),
  );
  return async ({ caller, endpoint: { personLimit } }: Asked, key: string) => {
    if (!caller || !personLimit) return null;
    for (const limiter of limiters.get(personLimit)!) {
      const result = await consume(limiter, key);
      if (result?.refused) return tooMany(Math.max(1, Math.ceil(result.msBeforeNext / 1000)));
    }
    return null;
  };
}

function tooMany(seconds: number) {
  const detail = `Try again in ${seconds} ${seconds === 1 ? "second" : "seconds"}.`;
  return generalProblem("rate-limited", { detail, headers: { "retry-after": String(seconds) } });
}

function quotaOf({ caller, endpoint: { path, bodyType } }: Asked): Quota {
  if (path.startsWith("/auth/device/")) return "device";
  if (bodyType === "files") return "uploads";
  return caller ? caller.membership : "network";
}

type Limit = { name: string; points: number; seconds?: number };

function limiterOf(storeClient: unknown, { name, points, seconds = MINUTE }: Limit) {
  return new RateLimiterSQLite({
    storeClient,
    storeType: "better-sqlite3",
    tableName: "limits",
    keyPrefix: name,
    points,
    duration: seconds,
    clearExpiredByTimeout: true,
  });
}

/** Null when it can't be counted: a store that fails must not close the site. */
async function consume(limiter: RateLimiterSQLite, key: string) {
  try {
    const { remainingPoints, msBeforeNext } = await limiter.consume(key);
    return { remainingPoints, msBeforeNext, refused: false };
  } catch (refused) {
    if (refused instanceof RateLimiterRes)
      return { remainingPoints: 0, msBeforeNext: refused.msBeforeNext, refused: true };
    logger.error({ err: refused }, "rate limiting failed");
    return null;
  }
}
