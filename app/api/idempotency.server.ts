import { createHash } from "node:crypto";
import { findKept, keepAnswer } from "~/domain/token/idempotency.server";
import { write } from "~/db/write";
import type { Answer, Call } from "./endpoint";

type Request = { userId: number; key: string; method: string; path: string; body: string; now: Date };

/**
 * `change` for a request that moves Buzz: its answer is kept in the transaction that did what it asks, so that the same
 * request sent again, at the same moment or an hour later, does nothing and gets the same answer. Refusals are kept too.
 */
export function idempotentChange(asked: Request): Call<never, never, never>["change"] {
  const { userId, key, now } = asked;
  const fingerprint = fingerprintOf(asked);
  return (verb) =>
    write(async (tx) => {
      const kept = await findKept(tx, { userId, key });
      if (kept && kept.fingerprint !== fingerprint) return { ok: false, reason: "idempotency-key-reused" };
      if (kept) return JSON.parse(kept.body) as Awaited<ReturnType<typeof verb>>;
      const answer = await verb(tx);
      await keepAnswer(tx, { userId, key, fingerprint, status: statusOf(answer), body: JSON.stringify(answer), now });
      return answer;
    });
}

function fingerprintOf({ method, path, body }: Request) {
  return createHash("sha256").update(`${method} ${path}\n${body}`).digest("base64url");
}

function statusOf(answer: Answer<unknown>) {
  return answer.ok ? (answer.status ?? 200) : 422;
}
