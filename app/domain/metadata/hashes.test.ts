import { expect, test } from "vitest";
import { autov2Of, classifyHash } from "./hashes";

const full = "7c1631b481e1566448f49db7e3b67a8a9d04742fa3c7d4548a0c81b619160c56";

test.each([
  ["81761151", { autov1: "81761151" }],
  ["15012C538F", { autov2: "15012c538f" }],
  ["7c6bad76eb54", { autov3: "7c6bad76eb54" }],
  [full.toUpperCase(), { sha256: full }],
  [`sha256:${full}`, { sha256: full }],
  [`blake3:${full}`, { blake3: full }],
  [`blake3_single:${full}`, { blake3: full }],
  [`0x${full}`, { autov3: full.slice(0, 12) }],
  [`random:${full}`, {}],
  [`md5:${full.slice(0, 32)}`, {}],
  ["4BDE2A9", {}],
  ["not a hash", {}],
  ["", {}],
  [undefined, {}],
])("%s is sorted by its shape", (hash, kinds) => {
  expect(classifyHash(hash)).toEqual(kinds);
});

test("AutoV2 is stated or the start of the full hash", () => {
  expect(autov2Of({ sha256: full })).toBe("7c1631b481");
  expect(autov2Of({ autov2: "0123456789", sha256: full })).toBe("0123456789");
  expect(autov2Of({ autov3: "7c6bad76eb54" })).toBeUndefined();
});
