import type { MiddlewareHandler } from "hono";
import { RateLimiterRes, RateLimiterSQLite } from "rate-limiter-flexible";
import { network } from "./address.server";
import { personKey, personLimits } from "./person-limits";
import { logger } from "../server/log.server";
import { plainPage } from "../response/plain-page.server";
import { routedPath } from "./path";
import { currentUser } from "../session/session.server";
import { signInAttempt } from "../session/sign-in-attempt.server";
import type { SignInAttempt } from "../session/sign-in-attempt.server";
import type { Site } from "../server/site.server";

type Visit = { request: Request; path: string; address: string; attempt: () => Promise<SignInAttempt> };
type Rule = {
  name: string;
  points: number;
  seconds: number;
  applies: (visit: Visit) => boolean;
  /** What is counted; null when this visit is none of the rule's. */
  key: (visit: Visit) => Promise<string | null> | string;
  /** What one can do but wait. */
  advice?: string;
};

const MINUTE = 60;
const HOUR = 3600;
const ADVICE = "You can still sign in from a browser you’ve used before, or reset your password to use this one.";

const rules: Rule[] = [
  { name: "sign-in", points: 10, seconds: MINUTE, applies: posts(/^\/sign-in$/), key: accountFromSource },
  { name: "sign-in-by-hour", points: 30, seconds: HOUR, applies: posts(/^\/sign-in$/), key: accountFromSource },
  // Guessed at from many networks, and many accounts from one. Neither holds up a browser that has signed in to the account before.
  {
    name: "sign-in-by-strangers",
    points: 100,
    seconds: HOUR,
    applies: posts(/^\/sign-in$/),
    key: accountByGuests,
    advice: ADVICE,
  },
  {
    name: "sign-in-by-network",
    points: 200,
    seconds: HOUR,
    applies: posts(/^\/sign-in$/),
    key: guestsOfNetwork,
    advice: ADVICE,
  },
  ...personLimits["own-password"].map((limit) => ({
    ...limit,
    applies: posts(/^\/settings\/(security|deletion|tokens)$/),
    key: person,
  })),
  { name: "emails-by-network", points: 20, seconds: HOUR, applies: posts(/^\/forgot-password$/), key: networkOf },
  { name: "emails-by-person", points: 5, seconds: HOUR, applies: posts(/^\/settings\/emails$/), key: person },
  { name: "sign-up", points: 40, seconds: HOUR, applies: posts(/^\/sign-up$/), key: networkOf },
  { name: "device-codes", points: 10, seconds: MINUTE, applies: posts(/^\/device(\/decision)?$/), key: person },
  { name: "uploads", points: 60, seconds: HOUR, applies: sendsFiles, key: person },
  ...personLimits.votes.map((limit) => ({
    ...limit,
    applies: posts(/^\/crucibles\/[^/]+\/judge\b/),
    key: person,
  })),
  { name: "writes", points: 100, seconds: MINUTE, applies: ({ request }) => !reads(request), key: person },
  { name: "reads", points: 1200, seconds: MINUTE, applies: readsPages, key: networkOf },
];

/** Counts every request against the rules it falls under; one too many gets a page that says when to come back. */
export function rateLimits(store: unknown): MiddlewareHandler<Site> {
  const limiters = rules.map((rule) => ({ rule, limiter: limiterOf(rule, store) }));
  return async (c, next) => {
    const visit = {
      request: c.req.raw,
      path: routedPath(new URL(c.req.url).pathname),
      address: c.get("address"),
      attempt: once(() => signInAttempt(c.req.raw)),
    };
    for (const { rule, limiter } of limiters) {
      const key = rule.applies(visit) ? await rule.key(visit) : null;
      const wait = key === null ? 0 : await consume(limiter, key);
      if (wait > 0) return tooMany(c.req.raw, wait, rule.advice);
    }
    await next();
  };
}

function limiterOf({ name, points, seconds }: Rule, store: unknown) {
  return new RateLimiterSQLite({
    storeClient: store,
    storeType: "better-sqlite3",
    tableName: "limits",
    keyPrefix: name,
    points,
    duration: seconds,
    clearExpiredByTimeout: true,
  });
}

/** Seconds to wait, or 0. A store that fails must not close the site. */
async function consume(limiter: RateLimiterSQLite, key: string) {
  try {
    await limiter.consume(key);
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    logger.error({ err: refused }, "rate limiting failed");
  }
  return 0;
}

function tooMany(request: Request, seconds: number, advice = "") {
  const at = new Date(Date.now() + seconds * 1000).toISOString().slice(11, 19);
  const wait = seconds < 120 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
  return plainPage(request, {
    status: 429,
    title: "Too many requests",
    words: `Nothing was changed. Try again in ${wait}, at ${at} UTC. ${advice}`.trim(),
    headers: { "retry-after": String(seconds) },
  });
}

function reads(request: Request) {
  return request.method === "GET" || request.method === "HEAD";
}

// One page may show many pictures.
function readsPages({ request, path }: Visit) {
  return reads(request) && !path.startsWith("/m/");
}

function posts(path: RegExp) {
  return (visit: Visit) => !reads(visit.request) && path.test(visit.path);
}

function sendsFiles({ request }: Visit) {
  return !reads(request) && Boolean(request.headers.get("content-type")?.startsWith("multipart/form-data"));
}

function networkOf({ address }: Visit) {
  return network(address);
}

async function person({ request, address }: Visit) {
  const user = await currentUser(request);
  return user ? personKey(user.id) : network(address);
}

async function accountFromSource(visit: Visit) {
  const { account, device } = await visit.attempt();
  return `${account} ${device ?? networkOf(visit)}`;
}

async function accountByGuests({ attempt }: Visit) {
  const { account, device } = await attempt();
  return device ? null : account;
}

async function guestsOfNetwork(visit: Visit) {
  const { device } = await visit.attempt();
  return device ? null : networkOf(visit);
}

function once<T>(make: () => Promise<T>) {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
