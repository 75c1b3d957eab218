import { write } from "~/db/write";
import { purgeSessions as purge } from "~/domain/account/sessions.server";
import type { Job } from "./index";

export const purgeSessions: Job = {
  name: "purge-sessions",
  schedule: "20 * * * *",
  run: ({ now }) => write((tx) => purge(tx, now)),
};
