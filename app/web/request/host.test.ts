import { expect, test } from "vitest";
import { useSettings } from "~/tests/settings";
import { isForThisSite } from "./host.server";

const configure = useSettings();

function asked(headers: Record<string, string>, path = "/crucibles") {
  return isForThisSite(new Request(`http://localhost:3000${path}`, { headers }), path);
}

test("a live site answers to its own name alone", () => {
  configure({ APP_URL: "https://crucible.example" });
  for (const host of ["crucible.example", "CRUCIBLE.example", "crucible.example:443"])
    expect(asked({ host })).toBe(true);
  const others = [
    "evil.example",
    "localhost",
    "127.0.0.1:3000",
    "crucible.example:8443",
    "crucible.example.evil.example",
  ];
  for (const host of [...others, "crucible.example@evil.example", "a b", ""]) expect(asked({ host })).toBe(false);
  expect(asked({ host: "evil.example", "x-forwarded-host": "crucible.example" })).toBe(false);
});

test("who checks on the process may know it by any name", () => {
  configure({ APP_URL: "https://crucible.example" });
  for (const path of ["/healthz", "/readyz", "/metrics"]) expect(asked({ host: "10.0.0.7:3000" }, path)).toBe(true);
  for (const path of ["/healthz/", "/healthzz", "/"]) expect(asked({ host: "10.0.0.7:3000" }, path)).toBe(false);
});

test("in a trial this machine goes by its own names on any port", () => {
  configure({ STAGE: "trial" });
  for (const host of ["localhost:3000", "localhost:4711", "127.0.0.1:4711", "[::1]:3000"])
    expect(asked({ host })).toBe(true);
  for (const host of ["evil.example", "localhost.evil.example"]) expect(asked({ host })).toBe(false);
});

test("behind a proxy of ours the name that was asked for is the one it forwards", () => {
  configure({ APP_URL: "https://crucible.example", TRUST_PROXY: "forwarded" });
  expect(asked({ host: "10.0.0.7", "x-forwarded-host": "crucible.example" })).toBe(true);
  expect(asked({ host: "crucible.example", "x-forwarded-host": "evil.example" })).toBe(false);
});
