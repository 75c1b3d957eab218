import { parseArgs } from "node:util";
import { buildWhenStale } from "../../app/prepare.mjs";
import { faults } from "./every-fault";
import type { Fault } from "./fault";

// `npm run faults -- [--small] [--seed N] [name …]`: makes things go wrong and prints what held.
const { values, positionals } = parseArgs({
  options: { small: { type: "boolean", default: false }, seed: { type: "string" } },
  allowPositionals: true,
});
const unknown = positionals.filter((name) => !faults.some((fault) => fault.name === name));
if (unknown.length > 0) {
  console.error(`No such fault: ${unknown.join(", ")}. There are: ${faults.map((fault) => fault.name).join(", ")}.`);
  process.exit(2);
}

buildWhenStale();
let missed = 0;
for (const fault of faults) {
  if (positionals.length === 0 || positionals.includes(fault.name)) await perform(fault);
}
console.log(missed === 0 ? "every bar was reached" : `${missed} bars were missed`);
process.exit(missed === 0 ? 0 : 1);

async function perform({ name, bar, small, full, run }: Fault) {
  const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
  const size = values.small ? small : full;
  const startedAt = Date.now();
  console.log(`${name}: ${bar} (${JSON.stringify(size)}, seed ${seed})`);
  const figures = await run(size, seed).then(
    (reached) => ({ reached: true, ...reached }),
    (error: Error) => ({ reached: false, why: error.message, at: error.stack?.split("\n")[1]?.trim() }),
  );
  if (!figures.reached) missed += 1;
  const seconds = Math.round((Date.now() - startedAt) / 100) / 10;
  console.log(`RESULT ${JSON.stringify({ fault: name, small: values.small, seed, size, ...figures, seconds })}`);
}
