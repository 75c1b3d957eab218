import { write } from "~/db/write";
import { advanceEndedChallenges } from "~/domain/challenge/ending/advancing.server";
import { startDueChallenges } from "~/domain/challenge/opening/starting.server";
import { askDue } from "~/domain/challenge/reviewing/asking.server";
import type { Job } from "./index";

/** Below a minute, so that the next run finds nothing under way. */
const RUN_MS = 45_000;

export const startChallenges: Job = {
  name: "start-challenges",
  schedule: "* * * * *",
  run: ({ now }) => write((tx) => startDueChallenges(tx, { now })),
};

/** Reviews and duels, and what follows from them: the next round as soon as one is judged. */
export const judgeChallenges: Job = {
  name: "judge-challenges",
  schedule: "* * * * *",
  async run({ now }) {
    const began = performance.now();
    for (;;) {
      const passed = performance.now() - began;
      const at = new Date(now.getTime() + passed);
      await advanceEndedChallenges({ now: at });
      if (passed >= RUN_MS || (await askDue({ now: at, forMs: RUN_MS - passed })) === 0) return;
    }
  },
};
