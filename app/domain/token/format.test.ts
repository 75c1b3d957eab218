import fc from "fast-check";
import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { firstRefreshToken, kindOf, nextPair, tagOf, tokenOf } from "./format";

test("a token has its kind's prefix, thirty characters and a checksum", () => {
  expect(tokenOf("personal", randomBytes(32))).toMatch(/^cru_p_[0-9A-Za-z]{36}$/);
  expect(tokenOf("access", randomBytes(32))).toMatch(/^cru_a_[0-9A-Za-z]{36}$/);
  expect(tokenOf("refresh", new Uint8Array(32))).toMatch(/^cru_r_0{30}[0-9A-Za-z]{6}$/);
});

test("a token is known by its checksum, and not with any one character changed", () => {
  const token = tokenOf("personal", randomBytes(32));
  expect(kindOf(token)).toBe("personal");
  for (let i = 0; i < token.length; i++) {
    const changed = token.slice(0, i) + (token[i] === "x" ? "y" : "x") + token.slice(i + 1);
    expect(kindOf(changed)).toBeNull();
  }
  expect(kindOf(token.slice(0, -1))).toBeNull();
  expect(kindOf(`${token}0`)).toBeNull();
  expect(kindOf(token.replace("cru_p_", "cru_a_"))).toBeNull();
});

test("no other text is taken for a token", () => {
  fc.assert(fc.property(fc.string(), (text) => kindOf(text) === null));
});

test("the next pair depends on the token and the nonce alone, and stays in the family", () => {
  const { token, tag } = firstRefreshToken(randomBytes(32));
  const next = nextPair(token, "nonce");
  expect(nextPair(token, "nonce")).toEqual(next);
  expect(nextPair(token, "another")).not.toEqual(next);
  expect([kindOf(next.access), kindOf(next.refresh)]).toEqual(["access", "refresh"]);
  expect(tagOf(next.refresh)).toBe(tag);
  expect(next.refresh).not.toBe(token);
});
