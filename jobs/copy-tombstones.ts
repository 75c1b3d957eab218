import { copyTombstones as copy } from "~/db/tombstone-copy";
import { readTombstones } from "~/domain/profile/leaving.server";
import type { Job } from "./index";

export const copyTombstones: Job = {
  name: "copy-tombstones",
  schedule: "*/5 * * * *",
  run: async () => copy(await readTombstones()),
};
