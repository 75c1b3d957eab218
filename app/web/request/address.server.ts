import type { IncomingMessage } from "node:http";
import { isIP, isIPv6 } from "node:net";
import { env } from "../server/env.server";

/** The address a request comes from. A header says so only where TRUST_PROXY names the proxy that sets it. */
export function addressOf(request: Request, incoming: IncomingMessage | undefined) {
  const said = plain(fromProxyHeader(request.headers) ?? "");
  return isIP(said) ? said : plain(incoming?.socket.remoteAddress ?? "");
}

// A visitor may send X-Forwarded-For along: only what the nearest proxy added, at its end, is true.
function fromProxyHeader(headers: Headers) {
  const proxy = env().TRUST_PROXY;
  if (proxy === "none") return null;
  return proxy === "fly" ? headers.get("fly-client-ip") : headers.get("x-forwarded-for")?.split(",").at(-1)!.trim();
}

/** What counts as one visitor: an IPv4 address, or the /64 that an IPv6 one was handed out from. */
export function network(address: string) {
  if (!isIPv6(address)) return address;
  return `${expanded(address).slice(0, 4).join(":")}::/64`;
}

export function isLoopback(address: string) {
  return address === "::1" || /^127\.\d+\.\d+\.\d+$/.test(address);
}

// An IPv4 address that arrived on an IPv6 socket is the IPv4 address.
function plain(address: string) {
  return address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, "").replace(/%.*$/, "");
}

function expanded(address: string) {
  const [head = "", tail] = address.toLowerCase().split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail ? tail.split(":") : [];
  const gap = tail === undefined ? 0 : 8 - left.length - right.length;
  return [...left, ...Array<string>(Math.max(0, gap)).fill("0"), ...right].map((group) =>
    group.replace(/^0+(?=.)/, ""),
  );
}
