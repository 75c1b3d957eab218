import { randomBytes, randomInt } from "node:crypto";
import { write } from "~/db/write";
import { advanceEndedChallenges } from "~/domain/challenge/ending/advancing.server";
import { fillHorizon as fill, horizonDays } from "~/domain/challenge/horizon/filling.server";
import { startDueChallenges } from "~/domain/challenge/opening/starting.server";
import { askDue } from "~/domain/challenge/reviewing/asking.server";
import type { Job } from "./index";

const STEPS = 2 ** 47;

/** Nightly, and at the first start: a challenge of the site’s own for each of the next days. */
export const fillHorizon: Job = {
  name: "fill-horizon",
  schedule: "10 0 * * *",
  run: ({ now }) =>
    fill({
      now,
      days: horizonDays(),
      random: () => randomInt(STEPS) / STEPS,
      salts: () => randomBytes(32).toString("hex"),
    }),
};

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
