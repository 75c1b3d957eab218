import type { judgeRules, memberships, statuses } from "~/db/schema/values";

/** Who wants to judge, as far as judging is concerned. `levels` is the set of content levels they browse. */
export type Judge = { id: number; levels: number; score: number; supporter: boolean; banned: boolean };

type Person = { id: number; browsingLevels: number; score: number; membership: (typeof memberships)[number] };

/** A signed-in person as a judge; the banned are not signed in. */
export function asJudge({ id, browsingLevels, score, membership }: Person): Judge {
  return { id, levels: browsingLevels, score, supporter: membership === "supporter", banned: false };
}

type Terms = {
  status: (typeof statuses)[number];
  endsAt: Date;
  judgeRule: (typeof judgeRules)[number];
  judgeMinScore: number;
};

/** Why this person cannot judge this crucible at this moment; null when they can. */
export function judgingRefusal(terms: Terms, judge: Judge, now: Date) {
  if (terms.status === "pending") return { ok: false, reason: "not-open" } as const;
  if (terms.status !== "active" || now >= terms.endsAt) return { ok: false, reason: "ended" } as const;
  if (judge.banned) return { ok: false, reason: "not-eligible", why: "banned" } as const;
  if (!isVerified(terms, judge)) return { ok: false, reason: "not-eligible", why: "not-verified" } as const;
  return null;
}

function isVerified({ judgeRule, judgeMinScore }: Terms, { score, supporter }: Judge) {
  return judgeRule === "anyone" || supporter || score >= judgeMinScore;
}
