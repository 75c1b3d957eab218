import { backUp } from "~/db/backing-up";
import type { Job } from "./index";

export const nightlyBackup: Job = {
  name: "nightly-backup",
  schedule: "20 3 * * *",
  run: ({ now }) => backUp({ now }),
};
