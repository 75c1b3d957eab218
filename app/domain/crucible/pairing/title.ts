import type { Random } from "~/domain/contest/random";
import { coveragePair, leastVoted } from "./coverage";
import type { Candidate } from "./candidate-source";
import { isExhausted, opponentsOf } from "./opponents";
import { needsCoverage, titleShare } from "./situation";
import type { PairingContext, Choice } from "./strategy";
import { knowledgeGradient } from "./information-gain";

type Duel = { a: Candidate; b: Candidate; worth: number };

const ATTEMPTS = 24;

/** Coverage until every entry had its looks; from then on mostly title matches: duels that do much to put the pot right. */
export async function titlePair(asked: PairingContext): Promise<Choice | null> {
  const { situation, constants, random } = asked;
  const least = await leastVoted(asked);
  if (needsCoverage(least, situation, constants) || random() >= titleShare(situation, constants))
    return coveragePair(asked, least);
  return (await titleMatch(asked)) ?? coveragePair(asked, least);
}

async function titleMatch(asked: PairingContext): Promise<Choice | null> {
  const { constants, random, isOverexposed } = asked;
  const fresh = (await worthwhileDuels(asked)).filter(({ a }) => !isOverexposed(a));
  for (const { a, b } of shuffle(fresh, constants.focus, random).slice(0, ATTEMPTS)) {
    const [opponent] = await opponentsOf(asked, a, [b]);
    if (opponent && !isExhausted(a, opponent, constants)) return { a, b, purpose: "title" };
  }
  return null;
}

/** A duel is worth the difference of the two places' prizes × what a few votes can be expected to gain in putting them right. */
async function worthwhileDuels(asked: PairingContext): Promise<Duel[]> {
  const {
    situation: { percents },
    constants: { lookahead },
  } = asked;
  const sorted = await participants(asked);
  return sorted.slice(0, percents.length).flatMap((a, place) =>
    sorted.slice(place + 1).map((b, next) => {
      const stake = percents[place]! - (percents[place + 1 + next] ?? 0);
      return { a, b, worth: stake * knowledgeGradient(a, b, lookahead) };
    }),
  );
}

/** Those on paid places and those likeliest to belong there, best first. */
async function participants({ view, situation, constants }: PairingContext) {
  const { length: places } = situation.percents;
  const lists = [await view.topByElo(places), await view.topByUcb(places + constants.contenders)];
  const unique = new Map(lists.flat().map((entry) => [entry.id, entry]));
  return [...unique.values()].sort((a, b) => b.elo - a.elo || a.id - b.id);
}

// By chance, in favor of worth: judges who come at the same time should not all get the same duel. Odds may round to 0.
function shuffle(duels: readonly Duel[], focus: number, random: Random) {
  const odds = duels.map((duel) => ({ duel, odds: duel.worth ** focus })).filter(({ odds }) => odds > 0);
  const lots = odds.map(({ duel, odds }) => ({ duel, lot: -Math.log(1 - random()) / odds }));
  return lots.sort((one, other) => one.lot - other.lot).map(({ duel }) => duel);
}
