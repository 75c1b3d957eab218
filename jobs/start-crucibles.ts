import { write } from "~/db/write";
import { startDueCrucibles } from "~/domain/crucible/opening/starting.server";
import type { Job } from "./index";

export const startCrucibles: Job = {
  name: "start-crucibles",
  schedule: "* * * * *",
  run: ({ now }) => write((tx) => startDueCrucibles(tx, { now })),
};
