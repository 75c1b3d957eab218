import { expect, test } from "vitest";
import { write } from "~/db/write";
import { verifyDeviceToken } from "~/domain/account/devices.server";
import { hashPassword } from "~/domain/account/passwords.server";
import { findSession, startSession } from "~/domain/account/sessions.server";
import { useDatabase } from "~/tests/database";
import { useSettings } from "~/tests/settings";
import { makePerson } from "~/tests/factories";
import { action } from "./security";

useDatabase();
const settle = useSettings();

async function change(session: string, password: string) {
  const headers = { origin: "http://localhost", cookie: `session=${session}` };
  const body = new URLSearchParams({ password, newPassword: "a new password" });
  const request = new Request("http://localhost/settings/security", { method: "POST", headers, body });
  const { status, headers: answered } = await action({ request, params: {}, context: {} as never });
  const cookies = answered.getSetCookie().map((one) => one.split(";")[0]!.split("="));
  return { status, cookies: Object.fromEntries(cookies) as Record<string, string> };
}

test("who changes their password goes on in a new session, in a browser that is known by it", async () => {
  settle({ APP_URL: "http://localhost" });
  const userId = await makePerson({ passwordHash: await hashPassword("an old password") });
  const signIn = () =>
    write((tx) => startSession(tx, { userId, userAgent: "", now: new Date(), days: 1, replaces: null }));
  const [here, elsewhere] = [await signIn(), await signIn()];
  expect(await change(here, "a wrong password")).toEqual({ status: 422, cookies: {} });
  expect(await findSession(here, new Date())).not.toBeNull();

  const { status, cookies } = await change(here, "an old password");
  expect(status).toBe(303);
  for (const ended of [here, elsewhere]) expect(await findSession(ended, new Date())).toBeNull();
  expect(await findSession(cookies.session!, new Date())).toMatchObject({ id: userId });
  expect(await verifyDeviceToken(userId, cookies.device!)).not.toBeNull();
});
