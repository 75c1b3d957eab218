import { optimizeDatabase } from "~/db/upkeep";
import type { Job } from "./index";

export const optimizeDatabaseJob: Job = {
  name: "optimize-database",
  schedule: "40 3 * * *",
  run: () => optimizeDatabase(),
};
