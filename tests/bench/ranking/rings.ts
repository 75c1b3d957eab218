import { fitStrengths } from "~/domain/crucible/rating/bradley-terry";
import { groupByPair, sumVotes } from "~/domain/crucible/rating/duels";
import { settledWeights } from "~/domain/crucible/rating/settled-weights";
import { findRigging } from "~/domain/crucible/rating/unrigged";
import { titlePair } from "~/domain/crucible/pairing/title";
import { mean } from "./ordering";
import { play, rankOrder, type Attack, type Played } from "./run";
import { printTable } from "./table";

// npm run bench:rings: what a ring of judges of one hand gets for its entry, with the rule on partisans and without.

function flag(name: string, otherwise: number) {
  const given = process.argv.find((arg) => arg.startsWith(`--${name}=`));
  return given ? Number(given.split("=")[1]) : otherwise;
}

const PLACES = 3;
const percents = [50, 30, 20];

type Case = { judges: number; n: number; ring: number; elsewhere: "honest" | "live"; target: number; rerolls: number };
type Outcome = { paidWithout: boolean; paid: boolean; found: boolean; wrong: number; pot: number; potWithout: number };

async function outcome(
  { judges, n, ring, elsewhere, target, rerolls }: Case,
  seed: number,
  loyalty = 1,
): Promise<Outcome> {
  const attack: Attack | undefined =
    ring > 0 ? { share: 0, size: ring, target, rerolls, skipRule: true, elsewhere, loyalty } : undefined;
  const played = await play({
    n,
    v: 0,
    seed,
    strategy: titlePair,
    percents,
    judgeCount: judges,
    judgeVotes: flag("votes", 10),
    attack,
  });
  const { plain, ruled, partisans } = orders(played);
  const order = rankOrder(played.truth);
  const wanted = order[target - 1]!;
  return {
    paidWithout: plain.slice(0, PLACES).includes(wanted),
    paid: ruled.slice(0, PLACES).includes(wanted),
    found: partisans.some(({ entry }) => entry === wanted),
    wrong: partisans.filter(({ entry }) => ring === 0 || entry !== wanted).length,
    pot: misallocated(ruled, order),
    potWithout: misallocated(plain, order),
  };
}

function misallocated(order: number[], truth: number[]) {
  return percents.reduce((sum, percent, place) => sum + (order[place] === truth[place] ? 0 : percent / 100), 0);
}

function orders({ field, votes, judges }: Played) {
  const entryCount = field.ratings.length;
  const { votes: weighed } = settledWeights(entryCount, judges, votes);
  const counted = votes
    .map(({ winner, loser, judge }, i) => ({ winner, loser, judge, weight: weighed[i]!.weight }))
    .filter(({ weight }) => weight > 0);
  const pairs = groupByPair(counted);
  const { dropped, partisans } = findRigging({ entryCount, votes: counted, ranked: () => true, places: PLACES });
  const plain = rankOrder(fitStrengths(entryCount, sumVotes(counted, pairs)));
  const ruled = rankOrder(
    fitStrengths(
      entryCount,
      sumVotes(counted, pairs, (vote, i) => (dropped[i] ? 0 : vote.weight)),
    ),
  );
  return { plain, ruled, partisans };
}

async function row(one: Case, runs: number, loyalty?: number) {
  const all: Outcome[] = [];
  for (let run = 0; run < runs; run += 1) all.push(await outcome(one, 7_000_003 + run * 31 + one.judges, loyalty));
  const share = (what: (one: Outcome) => number | boolean) => mean(all.map((one) => Number(what(one))));
  return {
    ...one,
    runs,
    "paid, no rule": share(({ paidWithout }) => paidWithout),
    paid: share(({ paid }) => paid),
    found: share(({ found }) => found),
    "others found": share(({ wrong }) => wrong),
    "pot, no rule": share(({ potWithout }) => potWithout),
    pot: share(({ pot }) => pot),
  };
}

const runs = flag("runs", 100);
const sizes = flag("n", 0)
  ? ([[flag("judges", 30), flag("n", 0)]] as [number, number][])
  : ([
      [30, 10],
      [30, 20],
      [100, 10],
      [100, 50],
      [300, 50],
    ].filter(([judges]) => judges! <= flag("judges", 300)) as [number, number][]);
const columns = [
  "judges",
  "n",
  "ring",
  "elsewhere",
  "target",
  "rerolls",
  "runs",
  "paid, no rule",
  "paid",
  "found",
  "others found",
  "pot, no rule",
  "pot",
] as const;
const none = { elsewhere: "honest", target: 1, rerolls: 0, ring: 0 } as const;
const rows = [];
for (const [judges, n] of sizes) {
  rows.push(await row({ judges, n, ...none }, runs));
  for (const ring of new Set([3, Math.min(20, Math.round(judges / 5))]))
    for (const elsewhere of ["honest", "live"] as const)
      for (const rerolls of [0, 5])
        for (const target of [n, Math.round(n / 2)])
          rows.push(await row({ judges, n, ring, elsewhere, target, rerolls }, runs));
}
printTable("Rings: all for one entry, of true rank `target`", rows, columns);
const friends = [];
for (const [judges, n] of sizes)
  for (const ring of [2, 5])
    for (const target of [1, 3])
      friends.push(await row({ judges, n, ring, elsewhere: "honest", target, rerolls: 0 }, runs, 0.9));
printTable("Friends: nine in ten of their votes for an entry that deserves its place", friends, columns);
console.log(`RESULT ${JSON.stringify({ rows, friends })}`);
