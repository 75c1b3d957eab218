import type { challengeOutcomes, challengeSources, judgeKinds, modelRules } from "~/db/schema/values";
import type { MediaView } from "../parts/picture";
import type { ChallengeTimes } from "./state";

export type Criterion = { label: string; question: string; percent: number };

/** A challenge as lists show it. Instants in milliseconds. */
export type CardView = ChallengeTimes & {
  id: number;
  source: (typeof challengeSources)[number];
  title: string;
  invitation: string;
  creator: string | null;
  cover: MediaView | null;
  /** All prizes together. */
  prizes: number;
  judgedBy: (typeof judgeKinds)[number];
  entryCount: number;
  entrantCount: number;
  reviewCount: number;
  reviewsTaken: number;
  reviewsPaid: number;
};

/** A challenge as its own page shows it. */
export type ChallengeView = Omit<CardView, "prizes"> & {
  /** Where it lives. */
  path: string;
  theme: string;
  /** Safe HTML. */
  description: string;
  summary: string;
  mine: boolean;
  levels: number;
  level: number;
  entriesPerPerson: number;
  entriesCap: number;
  madeForThis: boolean;
  modelRule: (typeof modelRules)[number];
  models: string[];
  criteria: Criterion[];
  /** Null while it may not be known. */
  prompt: string | null;
  /** Whole Buzz, best place first. */
  prizes: number[];
  pinnedModel: string | null;
  lookPrice: number;
  looksPaid: number;
  looksUsed: number;
  visibleFrom: number;
  completingAt: number | null;
  finishedAt: number | null;
  outcome: (typeof challengeOutcomes)[number] | null;
  process: string | null;
  verdict: string | null;
  cancelReason: string | null;
};

/** What the pages under a challenge get from the page around them. */
export type ChallengeContext = { challenge: ChallengeView; signedIn: boolean; moderator: boolean; now: number };

/** Who opened it, in words. */
export function openerOf({ source, creator }: { source: string; creator: string | null }) {
  if (source === "system") return "the site";
  return source === "moderator" ? "the moderators" : (creator ?? "somebody");
}

/** 840 as "8.40". */
export function score(total: number) {
  return (total / 100).toFixed(2);
}

/** Half points as words: 9 is "4½". */
export function halves(points: number) {
  const whole = Math.floor(points / 2);
  if (points % 2 === 0) return String(whole);
  return whole === 0 ? "½" : `${whole}½`;
}
