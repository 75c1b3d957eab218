const HOUR = 3_600_000;

/** What the site asks of everyone who takes part: the age of the account, and whether its email must be verified. */
export type SiteRule = { minAgeHours: number; verifiedEmail: boolean };

/** Why a person may not take part anywhere on the site. */
export type Bar = "banned" | "too-new" | "no-e-mail";

type Person = { createdAt: Date; emailVerifiedAt: Date | null };

/** Why the site's rule keeps a person out; null when it doesn't. The banned can't sign in, so they never get here. */
export function barrierOf({ createdAt, emailVerifiedAt }: Person, rule: SiteRule, now: Date): Bar | null {
  if (now.getTime() - createdAt.getTime() < rule.minAgeHours * HOUR) return "too-new";
  return rule.verifiedEmail && !emailVerifiedAt ? "no-e-mail" : null;
}

/** Whether a person's score, or a membership in its place, is enough. */
export function hasStanding({ score, supporter }: { score: number; supporter: boolean }, leastScore: number) {
  return supporter || score >= leastScore;
}

/** What limits entries, and what a person brings: entries `used` and the Buzz to pay with. */
export type EntryLimits = {
  perPerson: number;
  /** For everyone together; null: none. */
  cap: number | null;
  entered: number;
  fee: number;
  used: number;
  balance: number;
  /** Whether the person owes Buzz, and so can't spend any. */
  inDebt: boolean;
};

/** Why a person can't make `count` more entries; null when they can. */
export function entryRefusal({ perPerson, cap, entered, fee, used, balance, inDebt }: EntryLimits, count: number) {
  if (used + count > perPerson) return "person-limit";
  if (cap !== null && entered + count > cap) return "full";
  if (inDebt && fee * count > 0) return "in-debt";
  return balance < fee * count ? "too-little-buzz" : null;
}
