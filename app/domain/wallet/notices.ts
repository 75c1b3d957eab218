import { z } from "zod";
import { notice } from "~/domain/event/notice";
import type { Tellers } from "~/domain/event/notice";
import { figure } from "~/domain/event/phrasing";
import type { events } from "./events";

export const notices = {
  "ledger-mismatch": notice({
    data: z.object({ count: z.number().int() }),
    path: () => "/moderation",
    sentence: ({ data: { count } }) =>
      `Ledger check failed: wrong balance in ${figure(count)} ${count === 1 ? "account" : "accounts"}.`,
  }),
};

export const tellers: Tellers<typeof events, typeof notices> = {
  "ledger-mismatch": ({ subject }, { count }, { moderators }) =>
    moderators().map((userId) => ({ userId, kind: "ledger-mismatch", subject, data: { count }, times: 1 })),
};
