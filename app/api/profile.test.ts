import Database from "better-sqlite3";
import { beforeEach, expect, test } from "vitest";
import { handle } from "~/db/client";
import { hashPassword } from "~/domain/account/passwords.server";
import { localStorage } from "~/domain/media/local-storage.server";
import { setStorage } from "~/domain/media/storage.server";
import { apiClient, read, tokenFor } from "~/tests/api-client";
import { useDatabase } from "~/tests/database";
import { makePerson } from "~/tests/factories";
import { rowsOf } from "~/tests/judge-client";

const { folder } = useDatabase();

let person: number;
let token: string;
let ask: ReturnType<typeof apiClient>;

beforeEach(async () => {
  setStorage(localStorage(folder()));
  person = await makePerson({ passwordHash: await hashPassword("a-long-password") });
  token = await tokenFor(person, "account");
  ask = apiClient();
});

const remove = (body: object | undefined, as = token) => read(ask("DELETE", "/users/me", { token: as, body }));
const isThere = (id = person) => rowsOf("SELECT 1 FROM users WHERE id = ? AND deleted_at IS NULL", id).length === 1;

test("an account is deleted with its password, once, and its token ends with it", async () => {
  const sure = { password: "a-long-password", sure: true };
  const other = await makePerson();
  const both = await Promise.all([remove(sure), remove(sure)]);
  expect(both.map(({ status }) => status).sort()[0]).toBe(204);
  expect(both.every(({ status }) => [204, 401, 404].includes(status))).toBe(true);
  expect([isThere(), isThere(other)]).toEqual([false, true]);
  expect((await remove(sure)).status).toBe(401);
});

test("without the password, the confirmation or the scope nothing is deleted", async () => {
  expect(await remove({ sure: true })).toMatchObject({ status: 422, reason: "incorrect-password" });
  expect(await remove({ password: "another-password", sure: true })).toMatchObject({ reason: "incorrect-password" });
  for (const body of [{ password: "a-long-password" }, { password: "a-long-password", sure: "on" }, {}])
    expect((await remove(body)).status).toBe(400);
  expect((await remove(undefined)).status).toBe(415);
  const weak = await tokenFor(person, "read", "play", "create", "vote", "clan");
  expect((await remove({ password: "a-long-password", sure: true }, weak)).reason).toBe("missing-scope");
  expect(isThere()).toBe(true);
});

test("who has no password needs none, and the only admin stays", async () => {
  const admin = await makePerson({ role: "admin" });
  const theirs = await tokenFor(admin, "account");
  expect(await remove({ sure: true }, theirs)).toMatchObject({ status: 409, reason: "last-admin" });
  handle().writer.prepare("UPDATE users SET role = 'admin' WHERE id = ?").run(person);
  expect((await remove({ sure: true }, theirs)).status).toBe(204);
  expect([isThere(admin), isThere()]).toEqual([false, true]);
});

test("passwords can't be guessed faster than on the pages", async () => {
  const store = new Database(":memory:");
  ask = apiClient(store);
  for (let i = 0; i < 10; i++) expect((await remove({ password: `guess ${i}`, sure: true })).status).toBe(422);
  expect((await remove({ password: "a-long-password", sure: true })).reason).toBe("rate-limited");
  expect(isThere()).toBe(true);
  store.close();
});
