import { beforeEach, expect, test } from "vitest";
import { handle, reader } from "~/db/client";
import { write } from "~/db/write";
import { report } from "~/domain/moderation/reporting.server";
import { balanceOf, wallet } from "~/domain/wallet/accounts.server";
import { apiClient, read, tokenFor } from "~/tests/api-client";
import { useDatabase } from "~/tests/database";
import { hoursLater, makePerson, openTestCrucible, putEntry } from "~/tests/factories";
import { rowsOf } from "~/tests/judge-client";

useDatabase();

const ask = apiClient();
let moderator: number;
let token: string;
let crucible: number;

beforeEach(async () => {
  moderator = await makePerson({ role: "moderator" });
  token = await tokenFor(moderator, "admin");
  crucible = await openTestCrucible(await makePerson());
});

const act = (body: object, as = token) => read(ask("POST", "/admin/moderation/actions", { token: as, body }));
const get = (path: string, as = token) => read(ask("GET", path, { token: as }));
const audited = () => rowsOf<{ action: string; subject: string }>("SELECT action, subject FROM audit_log ORDER BY id");
const reason = "For a test";

test("to everyone without the role these endpoints don't exist, and the role is asked at each use", async () => {
  const user = await tokenFor(await makePerson(), "admin");
  const cancel = { action: "cancel-crucible", crucibleId: crucible, reason };
  for (const path of ["/admin/moderation/reports", "/admin/audit"]) expect((await get(path, user)).status).toBe(404);
  expect((await act(cancel, user)).status).toBe(404);
  expect((await get("/admin/audit")).status).toBe(200);
  handle().writer.prepare("UPDATE users SET role = 'user' WHERE id = ?").run(moderator);
  expect((await get("/admin/audit")).status).toBe(404);
  expect((await act(cancel)).status).toBe(404);
  expect(audited()).toEqual([]);
});

test("a crucible is featured and canceled once, with its fees refunded, and the log has it", async () => {
  const [entrant, paid] = [await makePerson(), await openTestCrucible(await makePerson(), { entryFee: 50 })];
  await putEntry(paid, entrant);
  expect((await act({ action: "feature", crucibleId: paid, reason })).status).toBe(204);
  expect((await act({ action: "cancel-crucible", crucibleId: paid, reason })).status).toBe(204);
  const again = await act({ action: "cancel-crucible", crucibleId: paid, reason });
  expect(again).toMatchObject({ status: 409, reason: "over" });
  expect(await balanceOf(reader(), wallet(entrant))).toBe(1000);
  const { value } = await get(`/admin/audit?subject=crucible:${paid}`);
  expect(value.items.map(({ action }: { action: string }) => action)).toEqual(["cancel-crucible", "feature"]);
  expect(value.items[0]).toMatchObject({ actor: { id: moderator }, reason });
});

test("a moderator with an entry in it decides nothing about a crucible", async () => {
  const entry = await putEntry(crucible, moderator);
  const mine = { status: 409, reason: "own-interest" };
  expect(await act({ action: "cancel-crucible", crucibleId: crucible, reason })).toMatchObject(mine);
  expect(await act({ action: "disqualify-entry", entryId: entry, reason })).toMatchObject(mine);
  expect(await act({ action: "void-votes", crucibleId: crucible, judgeId: 1, reason })).toMatchObject(mine);
  expect(audited()).toEqual([]);
});

test("moderators ban users, but no moderators, admins or themselves; a ban ends every token", async () => {
  const user = await makePerson();
  const theirs = await tokenFor(user, "read");
  expect((await act({ action: "ban", userId: user, reason })).status).toBe(204);
  expect((await get("/auth/me", theirs)).status).toBe(401);
  expect((await act({ action: "ban", userId: user, reason })).reason).toBe("banned-already");
  expect((await act({ action: "unban", userId: user, reason })).status).toBe(204);
  const admin = await makePerson({ role: "admin" });
  expect((await act({ action: "ban", userId: admin, reason })).reason).toBe("above-you");
  expect((await act({ action: "ban", userId: moderator, reason })).reason).toBe("not-yourself");
  expect(audited().map(({ action }) => action)).toEqual(["ban", "unban"]);
});

test("reports are listed oldest first, in pages, and resolved once", async () => {
  for (let i = 0; i < 3; i++) {
    const reporter = { id: await makePerson(), levels: 31, moderator: false };
    const about = { reporter, subjectKind: "crucible", subjectId: crucible, reason, now: hoursLater(i) } as const;
    await write((tx) => report(tx, about));
  }
  const first = (await get("/admin/moderation/reports?limit=2")).value;
  expect(first.items).toHaveLength(2);
  expect(first.items[0]).toMatchObject({ subject: `crucible:${crucible}`, openAboutSame: 3, resolvedAt: null });
  const last = (await get(`/admin/moderation/reports?limit=2&after=${first.next}`)).value;
  expect([last.items.length, last.next]).toEqual([1, null]);
  const resolve = { action: "resolve-report", reportId: first.items[0].id, reason };
  const both = await Promise.all([act(resolve), act(resolve)]);
  expect(both.map(({ status }) => status).sort()).toEqual([204, 409]);
  expect((await get("/admin/moderation/reports")).value.items).toHaveLength(2);
  expect((await get("/admin/moderation/reports?status=resolved")).value.items).toMatchObject([{ resolution: reason }]);
});

test("an action wants its reason and nothing that belongs to another", async () => {
  const wrong = [
    { action: "cancel-crucible", crucibleId: crucible },
    { action: "cancel-crucible", crucibleId: crucible, reason: "  " },
    { action: "cancel-crucible", userId: 1, reason },
    { action: "ban", userId: "1", reason },
    { action: "ban", userId: 1.5, reason },
    { action: "change-role", userId: 1, role: "admin", reason },
    {},
  ];
  for (const body of wrong) expect((await act(body)).status, JSON.stringify(body)).toBe(400);
  const missing = [
    { action: "disqualify-entry", entryId: 999_999, reason },
    { action: "remove-comment", commentId: 999_999, reason },
    { action: "feature", crucibleId: 999_999, reason },
  ];
  for (const body of missing) expect((await act(body)).status, JSON.stringify(body)).toBe(404);
  expect(audited()).toEqual([]);
});
