import { parseArgs } from "node:util";
import { PAIRING, type PairingConstants } from "~/domain/crucible/pairing/constants";
import { nearestPair, phaseBasedPair, uniformPair } from "~/domain/crucible/pairing/plain-strategies";
import type { Strategy } from "~/domain/crucible/pairing/strategy";
import { titlePair } from "~/domain/crucible/pairing/title";
import { titlePairByBounds } from "~/domain/crucible/pairing/title-by-bounds";
import { estimators } from "./estimators";

const policies: Record<string, Strategy> = {
  uniform: uniformPair,
  phase: phaseBasedPair,
  nearest: nearestPair,
  bounds: titlePairByBounds,
  title: titlePair,
};
const constantFlags = Object.keys(PAIRING).map((name) => [kebab(name), name as keyof PairingConstants] as const);
const RUNS: Record<number, number> = { 10: 2000, 50: 600, 200: 200, 500: 80 };

const TABLES = ["order", "attack", "replay"];

export type Flags = ReturnType<typeof readFlags>;

/**
 * The command line: what to run, and every constant by its name, such as --open-share 0.5. All tables without flags; with
 * --n only the first, unless --tables says otherwise.
 */
export function readFlags(args: string[]) {
  const { values } = parseArgs({ args, options: OPTIONS });
  const given = values as Record<string, string | boolean | undefined>;
  const number = (name: string, otherwise: number) => (given[name] === undefined ? otherwise : Number(given[name]));
  const list = (name: string) => String(given[name]).split(",");
  const constants: PairingConstants = { ...PAIRING };
  for (const [flag, name] of constantFlags) constants[name] = number(flag, constants[name]);
  return {
    ns: given.n === undefined ? [10, 50, 200, 500] : list("n").map(Number),
    vs: list("v").map(Number),
    policies: list("policy").map((name) => [name, known(policies, name)] as const),
    estimators: list("estimator").map((name) => [name, known(estimators, name)] as const),
    runsFor: (n: number) => number("runs", RUNS[n] ?? Math.max(60, Math.round(20_000 / n))),
    seed: number("seed", 1),
    prior: number("prior", 1),
    percents: list("percents").map(Number),
    tables: given.tables === undefined ? (given.n === undefined ? TABLES : ["order"]) : list("tables"),
    setup: {
      constants,
      sdFactor: number("sd-factor", 0.8),
      bounds: number("bounds", 2),
      judgeVotes: number("judge-votes", 10),
    },
  };
}

const text = (value?: string) => ({ type: "string", ...(value === undefined ? {} : { default: value }) }) as const;

const OPTIONS = {
  n: text(),
  v: text("20"),
  policy: text("phase,nearest,bounds,title"),
  estimator: text("live,fit,settled"),
  percents: text("50,30,20"),
  tables: text(),
  runs: text(),
  seed: text(),
  prior: text(),
  "sd-factor": text(),
  bounds: text(),
  "judge-votes": text(),
  ...Object.fromEntries(constantFlags.map(([flag]) => [flag, text()])),
};

function known<T>(choices: Record<string, T>, name: string): T {
  const choice = choices[name];
  if (!choice) throw new Error(`"${name}" is not one of ${Object.keys(choices).join(", ")}`);
  return choice;
}

function kebab(name: string) {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
