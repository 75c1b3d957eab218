import { parseArgs } from "node:util";
import { fuzz } from "./fuzzing";

const { values } = parseArgs({
  options: {
    count: { type: "string", default: "20000" },
    seed: { type: "string", default: String(Date.now() % 2 ** 32) },
  },
});

console.log(`seed ${values.seed}`);
const outcome = await fuzz(Number(values.count), Number(values.seed));
const ok = outcome.slowestCpuMs < 1_000 && outcome.peakRssMb < 512;
console.log(`RESULT ${JSON.stringify({ ...outcome, ok })}`);
if (!ok) process.exitCode = 1;
