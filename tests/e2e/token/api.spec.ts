import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type { Browser, Page } from "playwright/test";
import { expect } from "playwright/test";
import { tokenText } from "~/ui/parts/token-words";
import { generatedClient } from "../../generated-client";
import { freshPicture, newMember, send } from "../people";
import type { RunningSite } from "../server";
import { test } from "../sites";
import { journey, mainJourney } from "../ways";

let site: RunningSite;

test.beforeAll(async ({ empty }) => {
  site = empty;
});

const scopes = ["read", "create"];

/** Creates a token on the page, and reads it there. */
async function createToken(page: Page, name: string, allowed = scopes, days = "90") {
  await page.goto(`${site.url}/settings/tokens`);
  await page.getByLabel(tokenText.name, { exact: true }).fill(name);
  for (const scope of allowed) await page.locator(`input[value=${scope}]`).check();
  await page.getByLabel(tokenText.expires).selectOption(days);
  await page.getByLabel(tokenText.yourPassword).fill("a-long-password");
  await page.getByRole("button", { name: tokenText.create }).click();
  await expect(page.getByRole("heading", { name: tokenText.created })).toBeVisible();
  return (await page.locator("code", { hasText: /^cru_p_\w{36}$/ }).textContent())!;
}

mainJourney("a token is created, shown once and deleted", (title) =>
  test(title, async ({ browser }) => {
    const { page } = await newMember(browser, site);
    await page.goto(`${site.url}/settings/tokens`);
    await expect(page.getByText(tokenText.none)).toBeVisible();
    const token = await createToken(page, "Nightly stats");
    const me = () => fetch(`${site.url}/api/auth/me`, { headers: { authorization: `Bearer ${token}` } });
    expect((await me()).status).toBe(200);
    await page.goto(`${site.url}/settings/tokens`);
    await expect(page.getByText(token)).toHaveCount(0);
    await expect(page.getByText(`cru_p_…${token.slice(-6)}`)).toBeVisible();
    await page.getByRole("button", { name: "Delete Nightly stats" }).click();
    await expect(page.getByText(tokenText.tokenDeleted("Nightly stats"))).toBeVisible();
    expect((await me()).status).toBe(401);
  }),
);

journey("a new password ends tokens; a wrong one makes none", (title) =>
  test(title, async ({ browser }) => {
    const { page } = await newMember(browser, site);
    await page.goto(`${site.url}/settings/tokens`);
    await page.getByLabel(tokenText.name, { exact: true }).fill("Kept text");
    await page.getByLabel(tokenText.yourPassword).fill("not-my-password");
    await page.getByRole("button", { name: tokenText.create }).click();
    await expect(page.getByText("Incorrect password.")).toBeVisible();
    await expect(page.getByLabel(tokenText.name, { exact: true })).toHaveValue("Kept text");
    const token = await createToken(page, "Ended");
    await send(page, site, "/settings/security", { password: "a-long-password", newPassword: "another-password" });
    const answer = await fetch(`${site.url}/api/auth/me`, { headers: { authorization: `Bearer ${token}` } });
    expect([answer.status, answer.headers.get("www-authenticate")]).toEqual([401, 'Bearer error="invalid_token"']);
  }),
);

test("a generated client creates a crucible, enters it, comments and withdraws", async ({ browser }) => {
  const { page, username } = await newMember(browser, site);
  const api = await generatedClient(site.url, await createToken(page, "Client"));
  expect((await api.getAuthMe!()).data).toMatchObject({ username, scopes });
  const file = new File([readFileSync(await freshPicture(site))], "picture.png", { type: "image/png" });
  const added = await api.postMedia!({ body: { file, level: "1", alt: "A plain color" } });
  expect(added.response.status).toBe(201);
  const mediaId = added.data.id as number;
  const body = { name: "Made by a program", coverMediaId: mediaId, entryFee: 50 };
  const headers = { "Idempotency-Key": crypto.randomUUID() };
  const [first, again] = [await api.postCrucibles!({ body, headers }), await api.postCrucibles!({ body, headers })];
  expect([first.response.status, again.data.id]).toEqual([201, first.data.id]);
  const path = { id: first.data.id as number };
  const other = await api.postCrucibles!({ body: { ...body, name: "Another" }, headers });
  expect(other.error?.type).toBe(`${site.url}/problems/idempotency-key-reused`);
  const entering = { path, body: { mediaIds: [mediaId] }, headers: { "Idempotency-Key": "enter-once" } };
  const entered = await api.postCruciblesByIdEntries!(entering);
  expect(entered.data).toMatchObject({ paid: 50 });
  expect((await api.getCreditsBalance!()).data).toMatchObject({ balance: 9_950, held: 50 });
  expect((await api.getCruciblesById!({ path })).data).toMatchObject({ name: body.name, pool: 50, entries: 1 });
  expect((await api.postCruciblesByIdComments!({ path, body: { body: "Hello" } })).response.status).toBe(201);
  const comments = await api.getCruciblesByIdComments!({ path, query: { limit: 1 } });
  expect(comments.data).toMatchObject({ items: [{ body: "Hello", author: { username }, own: true }], next: null });
  expect((await api.getCruciblesByIdLog!({ path })).response.status).toBe(404);
  const withdrawn = { path: { id: entered.data.entryIds[0] }, headers: { "Idempotency-Key": "withdraw-once" } };
  expect((await api.deleteEntriesById!(withdrawn)).data).toEqual({ refunded: 50 });
  expect((await api.getCreditsHistory!()).data.items).toHaveLength(3);
  api.as(undefined);
  expect((await api.postCrucibles!({ body, headers })).response.status).toBe(401);
  expect((await api.getCrucibles!({ query: { status: "active" } })).response.status).toBe(200);
});

test("a generated client may judge only where the site lets it, and deletes its account with the password", async ({
  browser,
}) => {
  const { page, username } = await newMember(browser, site);
  const api = await generatedClient(site.url, await createToken(page, "Leaving", ["vote", "account"], "7"));
  const [found] = (await api.getCrucibles!({ query: { status: "any" } })).data.items as { id: number }[];
  const path = { id: found?.id ?? 1 };
  expect((await api.getCruciblesByIdPair!({ path })).error?.type).toBe(`${site.url}/problems/votes-off`);
  const vote = { path, body: { intent: "sit" } };
  expect((await api.postCruciblesByIdVotes!(vote)).error?.type).toBe(`${site.url}/problems/votes-off`);
  expect((await api.getAdminAudit!()).response.status).toBe(404);
  const remove = (password: string) => api.deleteUsersMe!({ body: { password, sure: true } });
  expect((await remove("not-my-password")).error?.type).toBe(`${site.url}/problems/incorrect-password`);
  expect((await remove("a-long-password")).response.status).toBe(204);
  expect((await api.getUsersByNameProfile!({ path: { name: username } })).response.status).toBe(401);
  api.as(undefined);
  expect((await api.getUsersByNameProfile!({ path: { name: username } })).response.status).toBe(404);
  await page.goto(`${site.url}/settings`);
  await expect(page).toHaveURL(/\/sign-in/);
});

test("a cookie alone does nothing under /api, and a token needs no origin", async ({ browser }) => {
  const { page } = await newMember(browser, site);
  const token = await createToken(page, "No origin");
  const [session] = await page.context().cookies();
  const ask = (headers: Record<string, string>) =>
    fetch(`${site.url}/api/notifications/read`, { method: "POST", headers });
  const cookie = `${session!.name}=${session!.value}`;
  expect((await ask({ cookie, origin: site.url })).status).toBe(401);
  expect((await ask({ authorization: `Bearer ${token}` })).status).toBe(204);
  expect((await ask({ authorization: `Bearer ${token}`, origin: "https://elsewhere.example" })).status).toBe(204);
});

/** What a device does: asks for a code, then polls. */
function device() {
  const post = async (path: string, form: Record<string, string>) => {
    const answer = await fetch(`${site.url}/api/auth/${path}`, { method: "POST", body: new URLSearchParams(form) });
    return { status: answer.status, body: (await answer.json().catch(() => null)) as Record<string, string> };
  };
  const grant_type = "urn:ietf:params:oauth:grant-type:device_code";
  const client_id = "crucible-editor";
  return {
    start: () => post("device/start", { client_id }),
    poll: (device_code: string) => post("device/confirm", { grant_type, device_code, client_id }),
    refresh: (refresh_token: string) => post("refresh", { grant_type: "refresh_token", refresh_token }),
  };
}

async function answerOn(browser: Browser, code: string, decision: string) {
  const { page, username } = await newMember(browser, site);
  await page.goto(`${site.url}/device?code=${code}`);
  await expect(page.getByLabel(tokenText.enterCode)).toHaveValue("");
  await page.getByLabel(tokenText.enterCode).fill("BBBB-BBBB");
  await page.getByRole("button", { name: tokenText.next }).click();
  await expect(page.getByText(tokenText.wrongCode)).toBeVisible();
  await page.getByLabel(tokenText.enterCode).fill(code.toLowerCase().replace("-", ""));
  await page.getByRole("button", { name: tokenText.next }).click();
  await expect(page.getByText(tokenText.sameNetwork)).toBeVisible();
  await page.getByRole("button", { name: decision === "allow" ? tokenText.allow(username) : tokenText.deny }).click();
  return page;
}

mainJourney("an app is connected by a code and disconnected again", (title) =>
  test(title, async ({ browser }) => {
    const { start, poll, refresh } = device();
    const { body: code } = await start();
    expect((await poll(code.device_code!)).body).toMatchObject({ error: "authorization_pending", status: 400 });
    expect((await poll(code.device_code!)).body).toMatchObject({ error: "slow_down" });
    const page = await answerOn(browser, code.user_code!, "allow");
    await expect(page.getByText(tokenText.appConnected("Crucible for VS Code"))).toBeVisible();
    await sleep(1000);
    const { body: tokens } = await poll(code.device_code!);
    expect(tokens).toMatchObject({ token_type: "Bearer", expires_in: 900, scope: "read play" });
    expect((await poll(code.device_code!)).body.error).toBe("invalid_grant");
    const raced = await Promise.all(Array.from({ length: 20 }, () => refresh(tokens.refresh_token!)));
    expect(new Set(raced.map(({ status, body }) => `${status} ${body.access_token}`)).size).toBe(1);
    const me = (token?: string) => fetch(`${site.url}/api/auth/me`, { headers: { authorization: `Bearer ${token}` } });
    expect((await me(raced[0]!.body.access_token)).status).toBe(200);
    await page.reload();
    await page.getByRole("button", { name: `${tokenText.disconnect} Crucible for VS Code` }).click();
    await expect(page.getByText(tokenText.disconnected("Crucible for VS Code"))).toBeVisible();
    expect((await me(raced[0]!.body.access_token)).status).toBe(401);
    expect((await refresh(raced[0]!.body.refresh_token!)).body.error).toBe("invalid_grant");
  }),
);

journey("an app that is refused gets nothing", (title) =>
  test(title, async ({ browser }) => {
    const { start, poll } = device();
    const { body: code } = await start();
    const page = await answerOn(browser, code.user_code!, "deny");
    await expect(page.getByText(tokenText.appDenied("Crucible for VS Code"))).toBeVisible();
    expect((await poll(code.device_code!)).body.error).toBe("access_denied");
  }),
);
