import { backUp } from "~/db/backing-up";
import { optimizeDatabase as optimize } from "~/db/maintenance";
import type { Job } from "./index";

export const nightlyBackup: Job = {
  name: "nightly-backup",
  schedule: "20 3 * * *",
  run: ({ now }) => backUp({ now }),
};

export const optimizeDatabase: Job = {
  name: "optimize-database",
  schedule: "40 3 * * *",
  run: () => optimize(),
};
