import { write } from "~/db/write";
import { purgeTokens as purge } from "~/domain/token/authenticating.server";
import { purgeIdempotencyKeys } from "~/domain/token/idempotency.server";
import type { Job } from "./index";

export const purgeTokens: Job = {
  name: "purge-tokens",
  schedule: "40 * * * *",
  run: ({ now }) =>
    write(async (tx) => {
      await purge(tx, now);
      await purgeIdempotencyKeys(tx, now);
    }),
};
