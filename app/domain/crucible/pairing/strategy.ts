import type { Random } from "~/domain/contest/random";
import type { PairingConstants } from "./constants";
import type { Candidate, CandidateSource } from "./candidate-source";
import type { Situation } from "./situation";

/** Why a pair was served. Kept with the seat and the vote. */
export type Purpose = "coverage" | "title" | "control" | "any";
export type Choice = { a: Candidate; b: Candidate; purpose: Purpose };

export type PairingContext = {
  view: CandidateSource;
  situation: Situation;
  constants: PairingConstants;
  random: Random;
  /** Whether this judge has had the entry too often for anything but a last resort. */
  isOverexposed: (entry: Candidate) => boolean;
};
/** A rule for the next pair of one judge. Null when it finds none that the judge may have. */
export type Strategy = (asked: PairingContext) => Promise<Choice | null>;
