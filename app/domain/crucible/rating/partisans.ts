import type { WeightedVote } from "./duels";

/** What a partisan of an entry is taken for: they choose it in 19 votes of 20, whatever it meets. */
const LOYALTY = 0.95;
/** By how much partisans must explain an entry's votes better than taste and luck, in nats, before anything follows from it. */
const PROOF = 4;
/** More than this share of an entry's judges are its public, not a ring. */
const MAX_SHARE = 1 / 3;
/** A prior of partisans: Beta(1, PRIOR + 1) on their share among an entry's judges. */
const PRIOR = 4;
const ROUNDS = 40;
const PRIOR_SD = 1;

/** A judge's votes on one entry: against whom, and whether it won. As evidence each of them is one vote. */
type Ballots = { judge: number; votes: { other: number; won: boolean }[] };

export type Partisans = {
  entry: number;
  /** How much better partisans explain the votes, in nats; at least `PROOF`. */
  proof: number;
  /** The chance that each of its judges is one, from a half up. */
  judges: { judge: number; chance: number; wins: number; losses: number }[];
};

/**
 * Whether an entry's votes are better explained by judges who choose it whatever it meets: two classes of judges by
 * expectation–maximization (Dempster, Laird & Rubin 1977), with the other entries' strengths as given. Null when they
 * aren't, by `PROOF` nats. A judge who once voted against the entry hardly counts as one.
 */
export function findPartisans(
  entry: number,
  votes: readonly WeightedVote[],
  theta: ArrayLike<number>,
): Partisans | null {
  const ballots = ballotsOn(entry, votes);
  const plain = strengthOf(ballots, theta, null, theta[entry]!);
  const without = logLikelihood(ballots, theta, plain, 0);
  const { share, strength, chances } = fitClasses(ballots, theta, plain);
  const proof = logLikelihood(ballots, theta, strength, share) - without;
  if (!(proof >= PROOF)) return null;
  const judges = ballots.flatMap(({ judge, votes }, i) => {
    const wins = votes.filter(({ won }) => won).length;
    return chances[i]! >= 0.5 ? [{ judge, chance: chances[i]!, wins, losses: votes.length - wins }] : [];
  });
  return judges.length > 0 && judges.length <= ballots.length * MAX_SHARE ? { entry, proof, judges } : null;
}

/** Expectation–maximization: the share of partisans, the entry's strength without them, and each judge's chance to be one. */
function fitClasses(ballots: Ballots[], theta: ArrayLike<number>, plain: number) {
  const loyal = ballots.map(({ votes }) => loyalty(votes));
  let chances: number[] = ballots.map(({ votes }) => (votes.every(({ won }) => won) ? 0.5 : 0));
  let [share, strength] = [0, plain];
  for (let round = 0; round < ROUNDS; round += 1) {
    share = chances.reduce((sum, chance) => sum + chance, 0) / (ballots.length + PRIOR);
    strength = strengthOf(ballots, theta, chances, strength);
    chances = ballots.map(({ votes }, i) => {
      const odds = share * Math.exp(loyal[i]! - honesty(votes, theta, strength));
      return odds / (odds + 1 - share);
    });
  }
  return { share, strength, chances };
}

function ballotsOn(entry: number, votes: readonly WeightedVote[]): Ballots[] {
  const byJudge = new Map<number, Ballots["votes"]>();
  for (const { winner, loser, judge, weight } of votes) {
    if ((winner !== entry && loser !== entry) || weight === 0) continue;
    const own = byJudge.get(judge) ?? [];
    own.push({ other: winner === entry ? loser : winner, won: winner === entry });
    byJudge.set(judge, own);
  }
  return [...byJudge].map(([judge, votes]) => ({ judge, votes }));
}

/** The most probable strength given the votes of those who aren't partisans, by Newton's method. */
function strengthOf(ballots: Ballots[], theta: ArrayLike<number>, chances: number[] | null, from: number) {
  let strength = from;
  for (let step = 0; step < 20; step += 1) {
    let [slope, curvature] = [-strength / PRIOR_SD ** 2, 1 / PRIOR_SD ** 2];
    ballots.forEach(({ votes }, i) => {
      const share = 1 - (chances?.[i] ?? 0);
      for (const { other, won } of votes) {
        const chance = 1 / (1 + Math.exp(theta[other]! - strength));
        slope += share * ((won ? 1 : 0) - chance);
        curvature += share * chance * (1 - chance);
      }
    });
    const move = Math.max(-1, Math.min(1, slope / curvature));
    strength += move;
    if (Math.abs(move) < 1e-9) break;
  }
  return strength;
}

function logLikelihood(ballots: Ballots[], theta: ArrayLike<number>, strength: number, share: number) {
  const prior = PRIOR * Math.log(1 - share) - strength ** 2 / (2 * PRIOR_SD ** 2);
  return ballots.reduce((sum, { votes }) => {
    const honest = Math.exp(honesty(votes, theta, strength));
    return sum + Math.log((1 - share) * honest + share * Math.exp(loyalty(votes)));
  }, prior);
}

function honesty(votes: Ballots["votes"], theta: ArrayLike<number>, strength: number) {
  return votes.reduce((sum, { other, won }) => {
    const gap = won ? strength - theta[other]! : theta[other]! - strength;
    return sum - Math.log1p(Math.exp(-gap));
  }, 0);
}

function loyalty(votes: Ballots["votes"]) {
  return votes.reduce((sum, { won }) => sum + Math.log(won ? LOYALTY : 1 - LOYALTY), 0);
}
