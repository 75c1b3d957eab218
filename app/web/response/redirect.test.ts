import { expect, test } from "vitest";
import { useSettings } from "~/tests/settings";
import { requireUser } from "../session/guard.server";
import { safePath } from "./redirect.server";

const settle = useSettings();

test.each([
  "/",
  "/wallet",
  "/crucibles?sort=new#top",
  "/people/a%2Fb",
  "/a//b",
  "/@evil.example",
  "/%5c%5cevil.example",
])("%s is one of our own paths", (to) => {
  expect(safePath(to)).toBe(to);
  expect(new URL(to, "https://here.example").host).toBe("here.example");
});

test.each([
  "//evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "/a\\b",
  "https://evil.example",
  "javascript:alert(1)",
  "evil.example",
  "",
  " /wallet",
  "/\t/evil.example",
  "/\n/evil.example",
  "/\r\nset-cookie: session=theirs",
  "/wallet\u0000",
  "/people/é",
  "/中文",
  "/\ud800",
  `/${"a".repeat(2000)}`,
  null,
  ["/wallet"],
])("%j is not, and leads to where everyone goes", (to) => {
  expect(safePath(to)).toBe("/crucibles");
});

async function sentTo(init: RequestInit) {
  settle({ APP_URL: "https://here.example" });
  const answer = await requireUser(new Request("https://here.example/wallet/claims", init)).catch(
    (thrown: unknown) => thrown as Response,
  );
  return (answer as Response).headers.get("location");
}

test("who has to sign in first comes back to the page where the form stood, whatever the browser says of it", async () => {
  expect(await sentTo({})).toBe("/sign-in?to=%2Fwallet%2Fclaims");
  expect(await sentTo({ method: "POST", headers: { referer: "https://here.example/wallet?a=1" } })).toBe(
    "/sign-in?to=%2Fwallet%3Fa%3D1",
  );
  for (const referer of ["garbage", "", "//", "http://"]) {
    expect(await sentTo({ method: "POST", headers: { referer } })).toBe("/sign-in?to=%2Fwallet%2Fclaims");
  }
});
