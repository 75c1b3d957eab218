// `npm run test:full`: everything that can be tried, for before a release. `--shard 2/4` does a quarter of it, so that four
// machines share the work; `--list` only says what it would do.
import { parseArgs } from "node:util";
import { buildWhenStale, installBrowser } from "../app/prepare.mjs";
import { faults } from "./faults/every-fault";
import { check } from "./rings/part.mjs";
import { journeys, units } from "./rings/suites.mjs";
import { newTally } from "./rings/tally.mjs";

const JOURNEY_PARTS = 8;
/** Those that fail when a limit is missed; the others only print what they found. */
const BENCHES = ["judging", "settling", "uploads", "judge-page", "pages", "lighthouse"];

type Part = { name: string; run: () => Promise<void> };

const tally = newTally();
const { values } = parseArgs({
  options: { shard: { type: "string", default: "1/1" }, list: { type: "boolean", default: false } },
});
const [turn, turns] = shardOf(values.shard);
const chosen = everything().filter((_, i) => i % turns === turn - 1);
if (values.list) {
  for (const { name } of chosen) console.log(name);
} else {
  installBrowser();
  buildWhenStale();
  for (const { name, run } of chosen) {
    console.log(`\n${name}`);
    await run();
  }
  tally.finish();
}

/** In an order in which every shard gets some of the journeys, which take longest. */
function everything(): Part[] {
  return [
    ...Array.from({ length: JOURNEY_PARTS }, (_, i) => journeysPart(`${i + 1}/${JOURNEY_PARTS}`)),
    ...faults.map(({ name }) => script(`fault ${name}`, "faults", name)),
    ...BENCHES.map((name) => script(`bench ${name}`, `bench:${name}`)),
    { name: "units", run: () => units(tally, { args: ["--project", "shared", "--project", "alone"] }) },
    script("media fuzz", "fuzz:media"),
    script("container", "container"),
    restoreDrill(),
    script("lint", "lint"),
    script("types", "types"),
  ];
}

function journeysPart(shard: string): Part {
  const name = `journeys ${shard}`;
  const env = { WAYS: "all", LOOKS: "all" };
  return { name, run: () => journeys(tally, { name, args: [`--shard=${shard}`], env }) };
}

function script(name: string, command: string, ...args: string[]): Part {
  const rest = args.length > 0 ? ["--", ...args] : [];
  return { name, run: () => check(tally, name, ["npm", "run", "--silent", command, ...rest]) };
}

/** Of the real copies; the fault of that name makes copies of its own. */
function restoreDrill(): Part {
  const drill = script("restore drill", "restore-drill");
  if (process.env.BUCKET_NAME) return drill;
  return { ...drill, run: async () => skip(`${drill.name}: BUCKET_NAME is not set, so there is no copy to restore`) };
}

function skip(words: string) {
  tally.note(`skipped: ${words}`);
  tally.add({ skipped: 1 });
}

function shardOf(words: string): [number, number] {
  const [turn, turns] = (/^(\d+)\/(\d+)$/.exec(words) ?? []).slice(1).map(Number);
  if (turn && turns && turn <= turns) return [turn, turns];
  console.error(`--shard takes 1/4 to 4/4, for example; not ${words}.`);
  process.exit(2);
}
