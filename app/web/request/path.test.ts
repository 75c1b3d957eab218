import { expect, test } from "vitest";
import { plainPath, routedPath } from "./path";

test.each([
  ["/", "/"],
  ["//", "/"],
  ["/sign-in/", "/sign-in"],
  ["//sign-in", "/sign-in"],
  ["//evil.example//x", "/evil.example/x"],
  ["/sign%2Din", "/sign-in"],
  ["/%73ign%2din", "/sign-in"],
  ["/people/%61da", "/people/ada"],
  ["/crucibles/3/%C3%A9t%c3%a9", "/crucibles/3/%C3%A9t%c3%a9"],
  ["/a%2Fb", "/a%2Fb"],
  ["/%5Cevil.example", "/%5Cevil.example"],
  ["/%E0%A4%A", "/%E0%A4%A"],
  ["/%252e%252e/x", "/%252e%252e/x"],
])("%s is written plainly %s", (path, plain) => {
  expect(plainPath(path)).toBe(plain);
  expect(plainPath(plain)).toBe(plain);
});

test.each([
  ["/Sign-In", "/sign-in"],
  ["/sign-in.data", "/sign-in"],
  ["/SIGN%2DIN%2EDATA/", "/sign-in"],
  ["/sign-in%2F", "/sign-in"],
  ["/%2Fsign-in", "/sign-in"],
  ["/sign-in/.data", "/sign-in"],
  ["/_root.data", "/"],
  ["/.data", "/"],
  ["/", "/"],
  ["/settings/data", "/settings/data"],
  ["/settings/data.data", "/settings/data"],
  ["/crucibles/%E0%A4%A/JUDGE//", "/crucibles/%e0%a4%a/judge"],
])("%s is taken for %s", (path, routed) => expect(routedPath(path)).toBe(routed));
