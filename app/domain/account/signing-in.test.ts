import { expect, test } from "vitest";
import { useDatabase } from "~/tests/database";
import { NOON, makePerson } from "~/tests/factories";
import { hashPassword } from "./passwords.server";
import { checkPassword } from "./signing-in.server";

useDatabase();

test("users sign in with username or email in any case, and only with their own password", async () => {
  const passwordHash = await hashPassword("a long password");
  const ana = await makePerson({ username: "Ana", email: "Ana@example.org", passwordHash });
  await makePerson({ username: "ben", passwordHash: await hashPassword("another password") });
  for (const name of ["ana", "ANA", "ana@EXAMPLE.org"])
    expect(await checkPassword(name, "a long password")).toEqual({ userId: ana, ban: null });
  for (const [name, password] of [
    ["ana", "another password"],
    ["ana", "A long password"],
    ["ana", ""],
    ["nobody", "a long password"],
    ["", ""],
  ] as const) {
    expect(await checkPassword(name, password)).toBeNull();
  }
});

test("an account without a password, or one that was deleted, opens to nobody; a banned one says why", async () => {
  const passwordHash = await hashPassword("a long password");
  await makePerson({ username: "elsewhere", email: "e@example.org" });
  await makePerson({ username: "gone", passwordHash, deletedAt: NOON });
  const banned = await makePerson({ username: "banned", passwordHash, bannedAt: NOON, banReason: "Spam" });
  expect(await checkPassword("elsewhere", "")).toBeNull();
  expect(await checkPassword("gone", "a long password")).toBeNull();
  expect(await checkPassword("banned", "a long password")).toEqual({ userId: banned, ban: "Spam" });
  expect(await checkPassword("banned", "wrong")).toBeNull();
});
