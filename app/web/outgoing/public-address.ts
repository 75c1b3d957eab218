import ipaddr from "ipaddr.js";

/** All of IPv6 that is handed out for use on the Internet. */
const GLOBAL_UNICAST = ipaddr.parseCIDR("2000::/3");

/**
 * Whether `address` (an IPv4 or IPv6 literal) is one that anybody on the Internet can be reached at: neither private,
 * loopback, link-local, multicast, reserved, nor one of the forms of IPv6 that carry an IPv4 address (mapped, NAT64, 6to4,
 * Teredo). Anything that can't be parsed is not.
 */
export function isPublicAddress(address: string) {
  if (!ipaddr.isValid(address) || address.includes("%")) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== "unicast") return false;
  return parsed.kind() === "ipv4" || parsed.match(GLOBAL_UNICAST);
}

/** Whether `hostname`, as `URL` gives it, is an address rather than a name. `URL` has already turned 2130706433 into 127.0.0.1. */
export function isAddressLiteral(hostname: string) {
  return hostname.startsWith("[") || ipaddr.isValid(hostname);
}
