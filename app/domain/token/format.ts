import { createHash, createHmac } from "node:crypto";
import { crc32 } from "node:zlib";

const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const BODY = 30;
const CHECKSUM = 6;
/** How many characters of a refresh token's body say which family it belongs to. */
const TAG = 10;

/** `personal` tokens are made by people, `access` and `refresh` tokens are handed to devices. */
export type TokenKind = "personal" | "access" | "refresh";

const prefixes: Record<TokenKind, string> = { personal: "cru_p_", access: "cru_a_", refresh: "cru_r_" };

/** A token of 30 base62 characters out of at least 24 random bytes, with a checksum by which scanners and we know it. */
export function tokenOf(kind: TokenKind, random: Uint8Array) {
  return sealed(kind, base62(random).slice(-BODY).padStart(BODY, "0"));
}

/** Which kind of token this is; null for what none of ours looks like, at no cost to the database. */
export function kindOf(token: string): TokenKind | null {
  const kind = (Object.keys(prefixes) as TokenKind[]).find((one) => token.startsWith(prefixes[one]));
  if (!kind || token.length !== prefixes[kind].length + BODY + CHECKSUM) return null;
  return sealed(kind, bodyOf(token)) === token ? kind : null;
}

/** What is kept of a token. */
export function hashOf(token: string) {
  return createHash("sha256").update(token).digest("base64url");
}

export function lastSixOf(token: string) {
  return token.slice(-6);
}

/** The first refresh token of a family and the tag that all of its refresh tokens carry. */
export function firstRefreshToken(random: Uint8Array) {
  const token = tokenOf("refresh", random);
  return { token, tag: tagOf(token) };
}

export function tagOf(refreshToken: string) {
  return bodyOf(refreshToken).slice(0, TAG);
}

/**
 * The pair of tokens that follows `refreshToken`. The same token and nonce give the same pair, so that a client whose answer
 * was lost, or two windows of one editor, get what the first request got.
 */
export function nextPair(refreshToken: string, nonce: string) {
  const mac = (purpose: string) => createHmac("sha256", nonce).update(`${purpose}:${refreshToken}`).digest();
  const rest = base62(mac("refresh")).slice(TAG - BODY);
  return { access: tokenOf("access", mac("access")), refresh: sealed("refresh", tagOf(refreshToken) + rest) };
}

function bodyOf(token: string) {
  return token.slice(-BODY - CHECKSUM, -CHECKSUM);
}

function sealed(kind: TokenKind, body: string) {
  const start = prefixes[kind] + body;
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(start));
  return start + base62(checksum).padStart(CHECKSUM, "0");
}

function base62(bytes: Uint8Array) {
  let rest = BigInt(`0x${Buffer.from(bytes).toString("hex")}`);
  let digits = "";
  for (; rest > 0n; rest /= 62n) digits = DIGITS[Number(rest % 62n)]! + digits;
  return digits;
}
