// What can be chosen when a crucible is opened, and what it costs. The wizard, the rules page and the verbs read this table.

export const durations = [
  { hours: 8, words: "8 hours", price: 0 },
  { hours: 24, words: "24 hours", price: 500 },
  { hours: 72, words: "3 days", price: 1000 },
  { hours: 168, words: "7 days", price: 2000 },
] as const;

export const personLimits = [
  { entries: 1, price: 0 },
  { entries: 2, price: 0 },
  { entries: 3, price: 0 },
  { entries: 5, price: 0 },
  { entries: 10, price: 500 },
  { entries: 25, price: 500 },
  { entries: 100, price: 500 },
] as const;

/** Whole Buzz for one entry. A fee above `freeTo` costs `price` once. */
export const entryFees = { freeTo: 1000, max: 10_000, price: 500 } as const;

/** Whole percents, best place first, never more than the place above, 100 together. */
export const prizeSplits = { standard: [50, 30, 20], customPrice: 1000, maxPlaces: 20 } as const;

export const verifiedJudges = { price: 500, maxScore: 1_000_000 } as const;

export const nameLength = { min: 3, max: 100 } as const;
export const descriptionLength = 2000;
export const minCap = 2;
export const maxMinSide = 8192;
export const maxListed = 200;
export const startWithinDays = 30;
export const draftDays = 30;
/** The last part of a run, in which it is "ending soon" and, by default, entries are closed. */
export const endingShare = 0.1;

export const mediaKindBits = { image: 1, video: 2 } as const;

export type Duration = (typeof durations)[number]["hours"];
export type PersonLimit = (typeof personLimits)[number]["entries"];

/** Everything a person decides about a crucible, checked, as the forms of the wizard give it. */
export type Terms = {
  name: string;
  description: string;
  coverMediaId: number;
  durationHours: Duration;
  /** Null: now. */
  startsAt: Date | null;
  entriesClose: "tenth" | "end";
  entryFee: number;
  entriesPerPerson: PersonLimit;
  entriesCap: number | null;
  levels: number;
  mediaKinds: number;
  minSide: number;
  baseModelIds: number[];
  versionIds: number[];
  enforced: boolean;
  prizes: number[];
  judgeRule: "anyone" | "verified";
  judgeMinScore: number;
};

/** What a person's score grows by; a vote counts when it weighs something. */
export const scores = { countedVote: 1, judgedEntry: 5, placedEntry: 25 } as const;

/** By which rules crucibles that are opened now are settled. 2: votes of partisans don’t count for their entry. */
export const LATEST_RULES = 2;
