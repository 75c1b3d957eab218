import { optimizeDatabase as optimize } from "~/db/upkeep";
import type { Job } from "./index";

export const optimizeDatabase: Job = {
  name: "optimize-database",
  schedule: "40 3 * * *",
  run: () => optimize(),
};
