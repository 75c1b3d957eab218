import { sweepMedia as sweep } from "~/domain/media/sweeping.server";
import type { Job } from "./index";

export const sweepMedia: Job = {
  name: "sweep-media",
  schedule: "50 3 * * *",
  run: ({ now }) => sweep({ now }),
};
