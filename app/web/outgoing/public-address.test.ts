import { expect, test } from "vitest";
import { isAddressLiteral, isPublicAddress } from "./public-address";

test.each(["1.1.1.1", "8.8.8.8", "93.184.216.34", "2606:4700::1111", "2a00:1450:4001:82b::200e"])(
  "%s can be reached by anybody",
  (address) => expect(isPublicAddress(address)).toBe(true),
);

test.each([
  ["this host", "0.0.0.0"],
  ["private", "10.0.0.1"],
  ["private", "172.16.0.1"],
  ["private", "192.168.1.1"],
  ["carrier-grade NAT", "100.64.0.1"],
  ["loopback", "127.0.0.1"],
  ["loopback", "127.255.255.254"],
  ["link-local, where clouds keep their metadata", "169.254.169.254"],
  ["documentation", "192.0.2.1"],
  ["documentation", "198.51.100.7"],
  ["benchmarking", "198.18.0.1"],
  ["multicast", "224.0.0.1"],
  ["reserved", "240.0.0.1"],
  ["broadcast", "255.255.255.255"],
  ["unspecified", "::"],
  ["loopback", "::1"],
  ["mapped IPv4", "::ffff:127.0.0.1"],
  ["mapped IPv4, in hexadecimal", "::ffff:7f00:1"],
  ["mapped public IPv4", "::ffff:1.1.1.1"],
  ["IPv4-compatible", "::7f00:1"],
  ["NAT64", "64:ff9b::7f00:1"],
  ["NAT64 for local use", "64:ff9b:1::7f00:1"],
  ["6to4", "2002:7f00:1::"],
  ["Teredo", "2001:0:7f00:1::"],
  ["unique local", "fd00::1"],
  ["unique local, as AWS keeps its metadata", "fd00:ec2::254"],
  ["link-local", "fe80::1"],
  ["link-local with a zone", "fe80::1%lo"],
  ["site-local", "fec0::1"],
  ["multicast", "ff02::1"],
  ["documentation", "2001:db8::1"],
  ["ORCHID", "2001:20::1"],
  ["discard-only", "100::1"],
  ["outside global unicast", "4000::1"],
  ["no address", "localhost"],
  ["no address", ""],
])("%s is not public: %s", (_, address) => expect(isPublicAddress(address)).toBe(false));

test.each([
  "http://127.0.0.1",
  "http://2130706433",
  "http://0x7f.1",
  "http://0177.0.0.1",
  "http://127.1",
  "http://[::1]",
  "http://[::ffff:7f00:1]",
  "http://①②⑦.0.0.1",
])("%s names an address, however it is written", (url) => expect(isAddressLiteral(new URL(url).hostname)).toBe(true));

test.each(["https://example.com", "https://127.0.0.1.nip.io", "https://xn--bcher-kva.example"])("%s is a name", (url) =>
  expect(isAddressLiteral(new URL(url).hostname)).toBe(false),
);
