import { type AttackRow, attackRows } from "./attacks";
import { readFlags } from "./flags";
import { type Cell, mean, orderCells } from "./ordering";
import { readRecordings } from "./replays";
import { printTable } from "./table";

const ORDER_COLUMNS = ["tau", "top1", "top3", "potMisallocated", "potError"] as const;

// npm run bench:ranking -- --n 50,200 --v 20 --policy title,phase --seed 1   (all flags: flags.ts)

const flags = readFlags(process.argv.slice(2));
const wanted = (table: string) => flags.tables.includes(table);
const order = wanted("order") ? await orderTable() : [];
const attack = wanted("attack") ? await attackTable() : [];
const replay = wanted("replay") ? await replayTable() : [];
console.log(
  `RESULT ${JSON.stringify({ seed: flags.seed, ...flags.setup, percents: flags.percents, rows: order, attack, replay })}`,
);

async function orderTable() {
  const cells: Cell[] = [];
  for (const v of flags.vs) {
    for (const n of flags.ns) {
      for (const policy of flags.policies)
        cells.push(...(await orderCells({ n, v, policy, runs: flags.runsFor(n) }, flags)));
    }
  }
  printTable("How well the order comes out", cells, ["n", "v", "policy", "estimator", "runs", ...ORDER_COLUMNS]);
  return cells;
}

async function attackTable() {
  const rows: AttackRow[] = [];
  for (const policy of flags.policies) {
    for (const rerolls of [0, 5, 20])
      rows.push(...(await attackRows(rerolls, true, policy, flags.runsFor(100), flags)));
    rows.push(...(await attackRows(20, false, policy, flags.runsFor(100), flags)));
  }
  const title = "True rank 50 of 100, pushed by 20 % of the votes; skipRule: a vote after k skips counts 1/(1+k)";
  printTable(title, rows, ["policy", "attack", "skipRule", "estimator", "runs", "meanRank", "inTop3"]);
  return rows;
}

async function replayTable() {
  const { recordings, absent } = readRecordings();
  if (absent.length > 0)
    console.log(`No replays of recorded votes: ${absent.join(" and ")} not found (set REFERENCE_DATA).`);
  const rows: (Cell & { recording: string })[] = [];
  for (const { name, entries, crowd } of recordings) {
    for (const policy of flags.policies) {
      const cells = await orderCells(
        { n: entries, v: 20, policy, runs: Math.min(100, flags.runsFor(50)), crowd },
        flags,
      );
      rows.push(...cells.map((cell) => ({ recording: name, ...cell })));
    }
  }
  const columns = ["recording", "n", "v", "policy", "estimator", "runs", ...ORDER_COLUMNS] as const;
  if (rows.length > 0) printTable("Recorded votes, 20 per entry", [...rows, ...photographMeans(rows)], columns);
  return rows;
}

function photographMeans(rows: readonly (Cell & { recording: string })[]) {
  const scenes = rows.filter(({ recording }) => recording !== "LLMFAO");
  const isLike = (one: Cell) => (other: Cell) => one.policy === other.policy && one.estimator === other.estimator;
  const firsts = scenes.filter((row, i) => scenes.findIndex(isLike(row)) === i);
  return firsts.map((first) => {
    const group = scenes.filter(isLike(first));
    const averages = ORDER_COLUMNS.map((key) => [key, mean(group.map((row) => row[key]))]);
    return { ...first, ...Object.fromEntries(averages), recording: "all photographs" };
  });
}
