import { createHash } from "node:crypto";
import { HttpResponse, http } from "msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { useSettings } from "~/tests/settings";
import { logger } from "../server/log.server";
import { finishOauth, startOauth } from "./oauth.server";
import { configuredProviders } from "./oauth-providers.server";

const settle = useSettings();
const network = setupServer();
beforeAll(() => network.listen({ onUnhandledRequest: "error" }));
afterEach(() => network.resetHandlers());
afterAll(() => network.close());

const keys = {
  GITHUB_CLIENT_ID: "gh",
  GITHUB_CLIENT_SECRET: "gh-secret",
  GOOGLE_CLIENT_ID: "go",
  GOOGLE_CLIENT_SECRET: "go-secret",
};

function configure(source: Record<string, string> = keys) {
  settle({ APP_URL: "https://crucible.example.org", ...source });
}

function leave(provider: "github" | "google", to = "/wallet") {
  const response = startOauth(provider, to)!;
  const url = new URL(response.headers.get("location")!);
  const sent = response.headers.get("set-cookie")!;
  return { url, sent, state: url.searchParams.get("state")!, challenge: url.searchParams.get("code_challenge")! };
}

function back(sent: string) {
  return new Request("https://crucible.example.org/", { headers: { cookie: sent.split(";")[0]! } });
}

/** The two sites, which check PKCE as the real ones do. */
function answer(challenge: string, { emails, claims }: { emails?: unknown; claims?: object } = {}) {
  async function token({ request }: { request: Request }) {
    const form = new URLSearchParams(await request.text());
    const hash = createHash("sha256")
      .update(form.get("code_verifier") ?? "")
      .digest("base64url");
    if (form.get("code") !== "the-code" || hash !== challenge)
      return HttpResponse.json({ error: "invalid_grant" }, { status: 400 });
    const payload = Buffer.from(JSON.stringify(claims ?? {})).toString("base64url");
    return HttpResponse.json({ access_token: "at", token_type: "bearer", id_token: `e30.${payload}.x` });
  }
  network.use(
    http.post("https://github.com/login/oauth/access_token", token),
    http.post("https://oauth2.googleapis.com/token", token),
    http.get("https://api.github.com/user", () => HttpResponse.json({ id: 42, login: "octo" })),
    http.get("https://api.github.com/user/emails", () => HttpResponse.json(emails ?? [])),
  );
}

test("a button is there only when both settings are", () => {
  configure({ GITHUB_CLIENT_ID: "gh", GOOGLE_CLIENT_ID: "go", GOOGLE_CLIENT_SECRET: "s" });
  expect(configuredProviders()).toEqual(["google"]);
  expect(startOauth("github", null)).toBeNull();
});

test("the way out carries state and challenge, and the cookie is ours alone", () => {
  configure();
  const { url, sent, challenge } = leave("github", "//evil.example.org");
  expect(url.origin + url.pathname).toBe("https://github.com/login/oauth/authorize");
  expect(url.searchParams.get("code_challenge_method")).toBe("S256");
  expect(url.searchParams.get("redirect_uri")).toBe("https://crucible.example.org/sign-in/github/callback");
  expect(challenge).toHaveLength(43);
  expect(sent).toMatch(/^__Host-oauth=.*; HttpOnly; SameSite=Lax; Max-Age=600; Secure$/);
  expect(leave("google").challenge).toHaveLength(43);
});

test("GitHub says who it is; only an address that is primary and verified counts", async () => {
  configure();
  const { sent, state, challenge } = leave("github");
  answer(challenge, {
    emails: [
      { email: "a@example.org", primary: false, verified: true },
      { email: "b@example.org", primary: true, verified: true },
    ],
  });
  const identity = { provider: "github", providerId: "42", name: "octo", verifiedEmail: "b@example.org" };
  expect(await finishOauth(back(sent), { provider: "github", code: "the-code", state })).toEqual({
    identity,
    to: "/wallet",
  });
  answer(challenge, { emails: [{ email: "b@example.org", primary: true, verified: false }] });
  const unverified = await finishOauth(back(sent), { provider: "github", code: "the-code", state });
  expect(unverified?.identity.verifiedEmail).toBeNull();
});

test("Google says who it is; an address it has not verified does not count", async () => {
  configure();
  const { sent, state, challenge } = leave("google", "//evil.example.org");
  answer(challenge, { claims: { sub: "7", name: "Go", email: "g@example.org", email_verified: true } });
  const identity = { provider: "google", providerId: "7", name: "Go", verifiedEmail: "g@example.org" };
  expect(await finishOauth(back(sent), { provider: "google", code: "the-code", state })).toEqual({
    identity,
    to: "/crucibles",
  });
  answer(challenge, { claims: { sub: "7", email: "g@example.org" } });
  expect(
    (await finishOauth(back(sent), { provider: "google", code: "the-code", state }))?.identity.verifiedEmail,
  ).toBeNull();
});

test("a return that this browser did not begin is nobody", async () => {
  configure();
  const { sent, state, challenge } = leave("github");
  answer(challenge);
  const finish = (request: Request, over: object) =>
    finishOauth(request, { provider: "github", code: "the-code", state, ...over });
  expect(await finish(new Request("https://crucible.example.org/"), {})).toBeNull();
  expect(await finish(back(sent), { state: "other" })).toBeNull();
  expect(await finish(back(sent), { provider: "google" })).toBeNull();
  expect(await finish(back("__Host-oauth=rubbish"), {})).toBeNull();
});

test("a code that the other site refuses, and an answer that makes no sense, are nobody and are logged without secrets", async () => {
  configure();
  const logged = vi.spyOn(logger, "warn").mockReturnValue(undefined);
  const { sent, state, challenge } = leave("github");
  answer("another challenge");
  expect(await finishOauth(back(sent), { provider: "github", code: "the-code", state })).toBeNull();
  answer(challenge, { emails: { message: "Bad credentials" } });
  expect(await finishOauth(back(sent), { provider: "github", code: "the-code", state })).toBeNull();
  expect(logged).toHaveBeenCalledTimes(2);
  expect(JSON.stringify(logged.mock.calls)).not.toMatch(/the-code|gh-secret/);
});
