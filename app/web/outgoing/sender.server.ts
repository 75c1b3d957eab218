import { lookup as resolve } from "node:dns/promises";
import type { LookupAddress } from "node:dns";
import { request as requestPlain } from "node:http";
import type { IncomingMessage, RequestOptions } from "node:http";
import { request as requestSecure } from "node:https";
import type { LookupFunction } from "node:net";
import { isAddressLiteral, isPublicAddress } from "./public-address";

const TIME_LIMIT_MS = 10_000;
const LARGEST_ANSWER = 64 * 1024;

export type Outgoing = {
  url: string;
  method?: "GET" | "POST" | "PUT" | "DELETE";
  headers?: Record<string, string>;
  body?: string | Uint8Array;
  /** `public`: an address that somebody typed. `operator`: one from this site's own settings, which may be on this machine. */
  trust: "public" | "operator";
  /** In a trial alone: `public` addresses may also be http://127.0.0.1. */
  loopback?: boolean;
  timeLimitMs?: number;
  /** Bytes of the answer that are kept; the rest of it is not read. */
  largestAnswer?: number;
};

export type Sent =
  | { ok: true; status: number; headers: IncomingMessage["headers"]; body: Buffer; cut: boolean }
  | { ok: false; reason: SendFailure; detail: string };

/** `refused-address`: this is no address to call. `unresolved`: its name can't be found. The others explain themselves. */
type SendFailure = "refused-address" | "unresolved" | "timeout" | "network";

type Resolve = (hostname: string) => Promise<LookupAddress[]>;

class RefusedAddress extends Error {}
class Unresolved extends Error {}

/**
 * The only way out of the site: webhooks, push, traces and error reports all go through here. It follows no redirect,
 * waits 10 seconds and reads 64 KB at most. Every address that a `public` name resolves to must be public, and the one
 * that was checked is the one dialed, so that a name that changes its mind gains nothing. Never throws for what the other
 * side does.
 */
export async function send(outgoing: Outgoing, resolveName: Resolve = resolveAll): Promise<Sent> {
  const url = URL.parse(outgoing.url);
  const refusal = url ? refusalOf(url, outgoing) : "This isn’t a valid address.";
  if (!url || refusal) return { ok: false, reason: "refused-address", detail: refusal! };
  try {
    return await exchange(url, outgoing, resolveName);
  } catch (error) {
    return { ok: false, ...failureOf(error as NodeJS.ErrnoException) };
  }
}

/** Why this address may not be called, in words for whoever typed it; null when it may, as far as its text tells. */
export function refusalOf(url: URL, { trust, loopback = false }: Pick<Outgoing, "trust" | "loopback">) {
  if (trust === "operator") return /^https?:$/.test(url.protocol) ? null : "Only http and https addresses work.";
  if (loopback && isLoopback(url)) return null;
  if (url.protocol !== "https:") return "The address must start with https://.";
  if (url.username || url.password) return "The address must not contain a user name or password.";
  if (url.port) return "The address must not name a port.";
  if (isAddressLiteral(url.hostname)) return "Use a host name rather than an IP address.";
  return null;
}

function isLoopback({ protocol, hostname }: URL) {
  return protocol === "http:" && hostname === "127.0.0.1";
}

function exchange(url: URL, outgoing: Outgoing, resolveName: Resolve): Promise<Sent> {
  const { trust, loopback = false, body, timeLimitMs = TIME_LIMIT_MS } = outgoing;
  const isTrusted = trust === "operator" || (loopback && isLoopback(url));
  const options: RequestOptions = {
    method: outgoing.method ?? "POST",
    headers: { ...outgoing.headers, ...(body === undefined ? {} : { "content-length": Buffer.byteLength(body) }) },
    signal: AbortSignal.timeout(timeLimitMs),
    lookup: checkedLookup(resolveName, isTrusted),
    agent: false,
  };
  return new Promise((done, fail) => {
    const request = (url.protocol === "https:" ? requestSecure : requestPlain)(url, options, (answer) => {
      readAnswer(answer, outgoing.largestAnswer ?? LARGEST_ANSWER).then(done, fail);
    });
    request.on("error", fail);
    request.end(body);
  });
}

/** Node asks this for names only: a literal never comes here, which is why `refusalOf` looks at those. */
function checkedLookup(resolveName: Resolve, isTrusted: boolean): LookupFunction {
  return (hostname, { all }, answer) => {
    resolveName(hostname).then(
      (found) => {
        const wrong = isTrusted ? undefined : found.find(({ address }) => !isPublicAddress(address));
        if (found.length === 0) answer(new Unresolved(hostname), []);
        else if (wrong)
          answer(new RefusedAddress(`${hostname} leads to ${wrong.address}, which isn’t a public address.`), []);
        else if (all) answer(null, found);
        else answer(null, found[0]!.address, found[0]!.family);
      },
      () => answer(new Unresolved(hostname), []),
    );
  };
}

function resolveAll(hostname: string) {
  return resolve(hostname, { all: true });
}

async function readAnswer(answer: IncomingMessage, largest: number): Promise<Sent> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of answer as AsyncIterable<Buffer>) {
    parts.push(part);
    size += part.length;
    if (size > largest) break;
  }
  answer.destroy();
  const body = Buffer.concat(parts).subarray(0, largest);
  return { ok: true, status: answer.statusCode!, headers: answer.headers, body, cut: size > largest };
}

function failureOf(error: NodeJS.ErrnoException): { reason: SendFailure; detail: string } {
  if (error instanceof RefusedAddress) return { reason: "refused-address", detail: error.message };
  if (error instanceof Unresolved) return { reason: "unresolved", detail: `${error.message} could not be found.` };
  if (error.name === "TimeoutError" || error.name === "AbortError" || error.code === "ABORT_ERR")
    return { reason: "timeout", detail: "There was no complete answer in time." };
  return { reason: "network", detail: error.code ?? error.message };
}
