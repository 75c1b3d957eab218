import { expect, test } from "vitest";
import { write } from "~/db/write";
import { useDatabase } from "~/tests/database";
import { makePerson } from "~/tests/factories";
import { changePassword } from "./changing-password.server";
import { verifyDeviceToken, createDeviceToken } from "./devices.server";

useDatabase();

test("a device cookie is valid only for its own account", async () => {
  const [mara, juno] = [await makePerson({ passwordHash: "hers" }), await makePerson({ passwordHash: "another" })];
  const marks = [(await createDeviceToken(mara))!, (await createDeviceToken(mara))!];
  const devices = await Promise.all(marks.map((mark) => verifyDeviceToken(mara, mark)));
  expect(new Set(devices).size).toBe(2);
  expect(devices).not.toContain(null);
  expect(await verifyDeviceToken(juno, marks[0]!)).toBeNull();
  expect(await verifyDeviceToken(juno, marks[0]!.replace(/^\d+/, String(juno)))).toBeNull();
});

test("forged or modified device cookies are invalid", async () => {
  const mara = await makePerson({ passwordHash: "hers" });
  const [owner, device, signed] = (await createDeviceToken(mara))!.split(".");
  for (const mark of [
    "",
    "..",
    `${owner}`,
    `${owner}.${device}`,
    `${owner}.${device}.`,
    `${owner}.${device}x.${signed}`,
    `${owner}.${device}.${signed}x`,
    `${owner}.${device}.é${signed!.slice(1)}`,
  ]) {
    expect(await verifyDeviceToken(mara, mark), mark).toBeNull();
  }
});

test("a new password invalidates all device cookies, and accounts without a password have none", async () => {
  const mara = await makePerson({ passwordHash: "hers" });
  const mark = (await createDeviceToken(mara))!;
  await write((tx) => changePassword(tx, { userId: mara, passwordHash: "new" }));
  expect(await verifyDeviceToken(mara, mark)).toBeNull();
  expect(await createDeviceToken(await makePerson())).toBeNull();
});
