import { write } from "~/db/write";
import { purgeDrafts as purge } from "~/domain/crucible/opening/drafting.server";
import type { Job } from "./index";

export const purgeDrafts: Job = {
  name: "purge-drafts",
  schedule: "30 * * * *",
  run: ({ now }) => write((tx) => purge(tx, now)),
};
