// What can be chosen when a challenge is opened, and what it costs. The wizard, the rules page and the verbs read this table.

export const durations = [
  { hours: 4, words: "4 hours" },
  { hours: 24, words: "1 day" },
  { hours: 72, words: "3 days" },
  { hours: 168, words: "7 days" },
  { hours: 336, words: "14 days" },
] as const;

export const titleLength = { min: 3, max: 100 } as const;
export const themeLength = 40;
export const invitationLength = 140;
export const descriptionLength = 4000;
export const promptLength = 2000;
export const labelLength = 24;
export const questionLength = 200;
export const reasonLength = { min: 10, max: 400 } as const;

export const startWithinDays = 30;
/** How long before the start a challenge can be seen, unless it says from when. */
export const visibleDays = 7;
export const draftDays = 30;

export const entriesPerPerson = { min: 1, max: 20, standard: 20 } as const;
export const entriesCap = { min: 10, max: 5000, standard: 500 } as const;

/** Later entries of a person are reviewed as they come while no more than this share of the reviews is taken. */
export const laterShare = 0.25;

/** Of one person at most this many are reviewed. */
export const reviewsPerPerson = 5;
export const reviews = { min: 10, max: 500, standard: 50 } as const;

/** What a challenge of the site’s own pays for. */
export const systemReviews = 120;

export const prizes = { maxPlaces: 10, leastFirst: 100, maxSum: 100_000, standard: [500, 300, 200] } as const;

export const criteria = { max: 4, leastTheme: 30 } as const;

/** What a rubric is before anybody changes it; the first is always the theme. */
export const standardCriteria = [
  { label: "Theme", question: "How well does it meet the theme?", percent: 50 },
  { label: "Aesthetic", question: "Light, composition, finish.", percent: 20 },
  { label: "Wit", question: "Is there an idea in it?", percent: 15 },
  { label: "Humor", question: "Does it make you smile?", percent: 15 },
] as const;

/** Whole Buzz for one look of each judge. */
export const lookPrices = { standard: 2, careful: 6 } as const;

/** Open at once. */
export const openAtOnce = { free: 3, supporter: 10 } as const;

/** A theme score below `out` takes an entry out; below `capped` its total is at most `cap`. */
export const themeRule = { out: 2, capped: 4, cap: 500 } as const;

/** How the end is judged: the best `best` in `rounds` rounds, then `places` + 2, at least 6, all against all. */
export const endRule = { best: 24, rounds: 5, leastFinalists: 6, more: 2, perPerson: 2 } as const;

/** What a challenge of the site’s gives to those who take part: whole Buzz in blue, and points. */
export const takingPart = { entries: 3, blue: 20, points: 10, placePoints: [150, 100, 50] } as const;

/** Who won a challenge of the site’s is not placed in another for so many days. */
export const winnersRestDays = 7;

/** How long people have to judge by hand after the end, and how long a judge that is down is waited for. */
export const byHandHours = 48;
export const waitForJudgeHours = 24;

export const maxListedVersions = 50;

export type Criterion = { label: string; question: string; percent: number };

/** Everything a person decides about a challenge, checked. */
export type Terms = {
  title: string;
  theme: string;
  invitation: string;
  description: string;
  coverMediaId: number | null;
  /** The ended challenge that this one is a rematch of. */
  rematchOf: number | null;
  durationHours: number;
  /** Null: now. */
  startsAt: Date | null;
  /** Null: a week before it starts. */
  visibleFrom: Date | null;
  entriesPerPerson: number;
  entriesCap: number;
  levels: number;
  madeForThis: boolean;
  modelRule: "any" | "featured" | "required";
  versionIds: number[];
  criteria: Criterion[];
  prompt: string;
  reviews: number;
  careful: boolean;
  /** Whole Buzz, best place first. */
  prizes: number[];
};
