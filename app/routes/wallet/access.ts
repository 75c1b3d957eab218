import type { AccessTable } from "~/web/request/access";

export const access: AccessTable = {
  "/wallet": {
    get: "people",
    query: "`kind?` `from?` `to?` `before?`",
    pages: [
      { name: "wallet", as: "cobalt" },
      { name: "wallet-mistake", path: "/wallet?from=2026-05-02&to=2026-05-01", as: "cobalt", status: 400 },
    ],
  },
  "/wallet/claims": { post: "people", answers: "303, 422", page: "/wallet" },
  "/wallet/statement.csv": { get: "people", query: "`kind?` `from?` `to?`", shows: "200, CSV" },
};
