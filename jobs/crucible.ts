import { write } from "~/db/write";
import { purgeDrafts as purge } from "~/domain/contest/draft-store.server";
import { settleEndedCrucibles } from "~/domain/crucible/settling/settling.server";
import { startDueCrucibles } from "~/domain/crucible/opening/starting.server";
import type { Job } from "./index";

export const startCrucibles: Job = {
  name: "start-crucibles",
  schedule: "* * * * *",
  run: ({ now }) => write((tx) => startDueCrucibles(tx, { now })),
};

export const settleCrucibles: Job = {
  name: "settle-crucibles",
  schedule: "* * * * *",
  run: ({ now }) => settleEndedCrucibles({ now }),
};

export const purgeDrafts: Job = {
  name: "purge-drafts",
  schedule: "30 * * * *",
  run: ({ now }) => write((tx) => purge(tx, now)),
};
