import { createHash } from "node:crypto";

/** The lot of an entry, 0 to 2^40: from the challenge’s salt and the entry’s pixels, so that it can be checked afterwards. */
export function lotOf(lotSalt: string, pixelHash: string) {
  return Number.parseInt(createHash("sha256").update(`${lotSalt}:${pixelHash}`).digest("hex").slice(0, 10), 16);
}
