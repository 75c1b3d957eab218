import { createHmac } from "node:crypto";

/** A name for a judge that is the same throughout one contest and leads to nobody without its secret `salt`. */
export function pseudonymOf(salt: string, judgeId: number) {
  return createHmac("sha256", salt).update(`judge:${judgeId}`).digest("hex").slice(0, 16);
}
