import { expect, test } from "vitest";
import { isLoopback, network } from "./address.server";

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
