import { readTombstoneCopy, copyTombstones as copy } from "~/db/tombstone-copy";
import { replayDeletions } from "~/domain/profile/deleting-account.server";
import { readTombstones } from "~/domain/profile/anonymizing.server";
import type { Job } from "./index";

/** Both ways: whom a restore brought back leaves again, and who has left since is told to the bucket. */
export const copyTombstones: Job = {
  name: "copy-tombstones",
  schedule: "*/5 * * * *",
  async run() {
    await replayDeletions(await readTombstoneCopy());
    await copy(await readTombstones());
  },
};
