import { and, eq, gt } from "drizzle-orm";
import { reader } from "~/db/client";
import type { Tx } from "~/db/client";
import { deviceCodes } from "~/db/schema/token";
import { startFamily } from "./families.server";
import { hashOf } from "./format";
import { CODE_MINUTES, USER_CODE_LENGTH, USER_CODE_LETTERS } from "./schema";
import type { DeviceClient, Scope } from "./schema";

const SLOWER_BY = 5;

type Random = (bytes: number) => Uint8Array;
type DeviceRequest = { client: DeviceClient; scopes: Scope[]; network: string; random: Random; now: Date };

/** Begins the device flow of RFC 8628: a code for the device to poll with and one for its owner to type. */
export async function requestDeviceCode(tx: Tx, { client, scopes, network, random, now }: DeviceRequest) {
  const deviceCode = Buffer.from(random(32)).toString("base64url");
  const userCode = userCodeOf(random);
  await tx.insert(deviceCodes).values({
    deviceHash: hashOf(deviceCode),
    userCode,
    client,
    scopes,
    network,
    createdAt: now,
    expiresAt: new Date(now.getTime() + CODE_MINUTES * 60_000),
  });
  return { deviceCode, userCode, expiresIn: CODE_MINUTES * 60, interval: SLOWER_BY };
}

/** Bytes that would favor the first letters are passed over. */
function userCodeOf(random: Random) {
  const fair = 256 - (256 % USER_CODE_LETTERS.length);
  let code = "";
  while (code.length < USER_CODE_LENGTH) {
    const letters = [...random(USER_CODE_LENGTH)].filter((byte) => byte < fair);
    code += letters.map((byte) => USER_CODE_LETTERS[byte % USER_CODE_LETTERS.length]).join("");
  }
  return code.slice(0, USER_CODE_LENGTH);
}

/** What a person who typed the code is asked to allow; null when it is wrong, answered or expired. */
export async function findDeviceRequest(userCode: string, now: Date) {
  const { client, scopes, network, createdAt } = deviceCodes;
  const rows = await reader()
    .select({ client, scopes, network, createdAt })
    .from(deviceCodes)
    .where(isWaiting(userCode, now));
  return rows[0] ?? null;
}

type DeviceAnswer = { userCode: string; userId: number; allowed: boolean; now: Date };

/** The person's answer, once. Refused: `not-found`. */
export async function answerDeviceRequest(tx: Tx, { userCode, userId, allowed, now }: DeviceAnswer) {
  const answered = await tx
    .update(deviceCodes)
    .set({ state: allowed ? "approved" : "denied", userId })
    .where(isWaiting(userCode, now))
    .returning({ client: deviceCodes.client });
  return answered[0]
    ? ({ ok: true, client: answered[0].client } as const)
    : ({ ok: false, reason: "not-found" } as const);
}

function isWaiting(userCode: string, now: Date) {
  return and(eq(deviceCodes.userCode, userCode), eq(deviceCodes.state, "waiting"), gt(deviceCodes.expiresAt, now));
}

type Poll = { deviceCode: string; client: string; random: Random; now: Date };

/**
 * The device asks whether it has been let in; the refusals are RFC 8628's own: `authorization_pending`, `slow_down` (it
 * asked sooner than its interval, which grows by five seconds), `access_denied`, `expired_token`, `invalid_grant`. The
 * tokens are given once.
 */
export async function pollDeviceCode(tx: Tx, { deviceCode, client, random, now }: Poll) {
  const [row] = await tx
    .select()
    .from(deviceCodes)
    .where(and(eq(deviceCodes.deviceHash, hashOf(deviceCode)), eq(deviceCodes.client, client)));
  if (!row) return { ok: false, reason: "invalid_grant" } as const;
  if (row.expiresAt <= now) return { ok: false, reason: "expired_token" } as const;
  if (row.state === "waiting") return { ok: false, reason: await notePoll(tx, row, now) } as const;
  await tx.delete(deviceCodes).where(eq(deviceCodes.id, row.id));
  if (row.state === "denied") return { ok: false, reason: "access_denied" } as const;
  const start = { userId: row.userId!, client: row.client as DeviceClient, scopes: row.scopes as Scope[], random, now };
  return { ok: true, ...(await startFamily(tx, start)) } as const;
}

async function notePoll(tx: Tx, row: typeof deviceCodes.$inferSelect, now: Date) {
  const early = row.polledAt !== null && now.getTime() - row.polledAt.getTime() < row.intervalSeconds * 1000;
  const intervalSeconds = row.intervalSeconds + (early ? SLOWER_BY : 0);
  await tx.update(deviceCodes).set({ polledAt: now, intervalSeconds }).where(eq(deviceCodes.id, row.id));
  return early ? "slow_down" : "authorization_pending";
}
