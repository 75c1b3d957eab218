/** Content levels, one bit each; 0 is a file that nobody rated yet. */
export const contentRatings = [
  { bit: 1, name: "PG", words: "Suitable for everyone" },
  { bit: 2, name: "PG-13", words: "Mild: revealing clothes, light violence" },
  { bit: 4, name: "R", words: "Adult themes, nudity or violence" },
  { bit: 8, name: "X", words: "Graphic nudity" },
  { bit: 16, name: "XXX", words: "Explicit" },
] as const;

export const UNRATED = 0;
export const BLOCKED = 32;
/** What everyone may see without saying anything about themselves: PG and PG-13. */
export const SAFE_RATINGS = 3;
export const ALL_RATINGS = 31;

/** Who is looking, as far as media are concerned. */
export type Viewer = {
  /** The user's number; null when signed out. */
  id: number | null;
  /** The set of levels they browse. */
  levels: number;
  moderator: boolean;
};

export const guest: Viewer = { id: null, levels: SAFE_RATINGS, moderator: false };

/** Whether a viewer's set of levels, or a crucible's, holds a level. Unrated and blocked are in no set. */
export function includesRating(set: number, level: number) {
  return (level & set & ALL_RATINGS) !== 0;
}

/** The names of the levels in a set, mildest first. */
export function contentRatingNames(set: number) {
  return contentRatings.filter((level) => (level.bit & set) !== 0).map((level) => level.name);
}

export function contentRatingName(bit: number) {
  if (bit === UNRATED) return "Not rated yet";
  if (bit === BLOCKED) return "Blocked";
  return contentRatings.find((level) => level.bit === bit)?.name ?? "Not rated yet";
}
