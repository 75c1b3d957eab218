import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { useSettings } from "~/tests/settings";
import { addressOf, isLoopback, network } from "./address.server";

const settle = useSettings();

function seen(headers: Record<string, string>, remoteAddress = "::ffff:10.0.0.1") {
  return addressOf(new Request("http://localhost", { headers }), { socket: { remoteAddress } } as IncomingMessage);
}

test("a header tells an address only where its proxy is trusted", () => {
  const lies = { "fly-client-ip": "192.0.2.1", "x-forwarded-for": "192.0.2.2" };
  settle({});
  expect(seen(lies)).toBe("10.0.0.1");
  settle({ TRUST_PROXY: "fly" });
  expect(seen(lies)).toBe("192.0.2.1");
  expect(seen({ "fly-client-ip": "2001:db8::1" })).toBe("2001:db8::1");
  expect(seen({ "x-forwarded-for": "192.0.2.2" })).toBe("10.0.0.1");
});

test("of what was forwarded only the word of the nearest proxy counts, and only when it is an address", () => {
  settle({ TRUST_PROXY: "forwarded" });
  expect(seen({ "x-forwarded-for": "127.0.0.1, 198.51.100.9,192.0.2.2" })).toBe("192.0.2.2");
  expect(seen({ "x-forwarded-for": "192.0.2.2, ::ffff:198.51.100.7" })).toBe("198.51.100.7");
  for (const said of ["", "192.0.2.2,", "unknown", "192.0.2.2, _hidden"])
    expect(seen({ "x-forwarded-for": said })).toBe("10.0.0.1");
  expect(seen({ "fly-client-ip": "192.0.2.1" })).toBe("10.0.0.1");
});

test.each([
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:db8:1:2::", "2001:db8:1:2::/64"],
  ["2001:0db8:0001:0002:ffff::1", "2001:db8:1:2::/64"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["192.0.2.7", "192.0.2.7"],
])("%s counts as %s", (address, counted) => {
  expect(network(address)).toBe(counted);
});

test("only the machine itself is loopback", () => {
  expect(["127.0.0.1", "127.9.9.9", "::1"].every(isLoopback)).toBe(true);
  expect(["128.0.0.1", "1127.0.0.1", "127.0.0.1.evil.example", "::2", ""].some(isLoopback)).toBe(false);
});
