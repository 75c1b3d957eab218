import { z } from "zod";
import { transferKinds } from "~/db/schema/values";
import { rareBalances, readHistory, walletSummary } from "~/domain/wallet/history.server";
import { endpoint } from "./endpoint";
import { Buzz, Instant, Paging, numberAfter, page } from "./shapes";

const balance = endpoint({
  method: "GET",
  path: "/credits/balance",
  who: "person",
  scope: "read",
  summary: "Read your balance",
  output: z.object({ balance: Buzz, held: Buzz, blue: Buzz, owed: Buzz }),
  run: async ({ caller }) => ({
    ok: true,
    value: { ...(await walletSummary(caller!.id)), ...(await rareBalances(caller!.id)) },
  }),
});

const Transaction = z.object({
  id: z.number().int(),
  kind: z.string(),
  /** Positive: received; negative: paid. */
  amount: Buzz,
  /** Afterwards. */
  balance: Buzz,
  subject: z.string(),
  reason: z.string(),
  createdAt: Instant,
});

const history = endpoint({
  method: "GET",
  path: "/credits/history",
  who: "person",
  scope: "read",
  summary: "List your transactions, newest first",
  description: "30 a page.",
  query: Paging.pick({ after: true }).extend({ kind: z.enum(transferKinds).optional() }),
  output: page(Transaction),
  run: async ({ caller, query }) => {
    const { rows, next } = await readHistory(caller!.id, { kind: query.kind, before: numberAfter(query.after) });
    const items = rows.map(({ signed, createdAt, ...row }) => ({
      ...row,
      amount: signed,
      createdAt: createdAt.toISOString(),
    }));
    return { ok: true, value: { items, next: next === null ? null : String(next) } };
  },
});

export const walletEndpoints = [balance, history];
