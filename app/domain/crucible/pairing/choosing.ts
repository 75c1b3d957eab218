import type { Random } from "~/domain/contest/random";
import { PAIRING } from "./constants";
import { controlPair } from "./control";
import type { CandidateSource } from "./candidate-source";
import { seenLimit, type Situation } from "./situation";
import type { PairingContext, Choice, Purpose, Strategy } from "./strategy";
import { titlePair } from "./title";

/** A pair to serve, with its sides already drawn. `expected` is the entry a control pair should go to, else null. */
export type Pair = { left: number; right: number; purpose: Purpose; expected: number | null };
type Options = { constants?: PairingContext["constants"]; strategy?: Strategy };

/**
 * The next pair for the judge behind `view`: now and then a control pair, else what the strategy picks, else any pair the
 * judge has not had. Null means that the judge is caught up.
 */
export async function choosePair(view: CandidateSource, situation: Situation, random: Random, options: Options = {}) {
  const { constants = PAIRING, strategy = titlePair } = options;
  const limit = seenLimit(situation, constants);
  const asked: PairingContext = { view, situation, constants, random, isOverexposed: ({ seen }) => seen >= limit };
  const control = random() < constants.controlShare ? await controlPair(asked) : null;
  const choice = control ?? (await strategy(asked)) ?? (await anyPair(view));
  return choice && seat(choice, random);
}

const PAGE = 16;

/** A judge who has seen an entry least has, as long as any pair is left, an opponent left for it. */
async function anyPair(view: CandidateSource): Promise<Choice | null> {
  for (let offset = 0; ; offset += PAGE) {
    const page = await view.leastSeen(PAGE, offset);
    for (const a of page) {
      const b = await view.freshOpponent(a.id);
      if (b) return { a, b, purpose: "any" };
    }
    if (page.length < PAGE) return null;
  }
}

function seat({ a, b, purpose }: Choice, random: Random): Pair {
  const [left, right] = random() < 0.5 ? [a.id, b.id] : [b.id, a.id];
  return { left, right, purpose, expected: purpose === "control" ? a.id : null };
}
