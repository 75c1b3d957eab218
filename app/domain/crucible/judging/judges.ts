import type { judgeRules, memberships, statuses } from "~/db/schema/values";
import { barrierOf, hasStanding } from "~/domain/contest/conditions";
import type { Bar, SiteRule } from "~/domain/contest/conditions";

/** Who wants to judge, as far as judging is concerned. `levels` is the set of content levels they browse. */
export type Judge = { id: number; levels: number; score: number; supporter: boolean; barrier: Bar | null };

type Person = {
  id: number;
  browsingLevels: number;
  score: number;
  membership: (typeof memberships)[number];
  createdAt: Date;
  emailVerifiedAt: Date | null;
};

/** A signed-in person as a judge; the banned are not signed in. */
export function toJudge(person: Person, rule: SiteRule, now: Date): Judge {
  const { id, browsingLevels, score, membership } = person;
  return {
    id,
    levels: browsingLevels,
    score,
    supporter: membership === "supporter",
    barrier: barrierOf(person, rule, now),
  };
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
  if (judge.barrier) return { ok: false, reason: "not-eligible", why: judge.barrier } as const;
  if (!isVerified(terms, judge)) return { ok: false, reason: "not-eligible", why: "not-verified" } as const;
  return null;
}

function isVerified({ judgeRule, judgeMinScore }: Terms, judge: Judge) {
  return judgeRule === "anyone" || hasStanding(judge, judgeMinScore);
}
