import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "~/db/client";
import { users } from "~/db/schema/account";
import { challengeCriteria, challengePrizes, challenges, challengeVersions } from "~/db/schema/challenge";
import { challengeWinners } from "~/db/schema/challenge-entry";
import { modelVersions } from "~/db/schema/media";
import type { challengeSources } from "~/db/schema/values";
import { coverRefusal } from "~/domain/media/cover-rules.server";
import { recordEvent } from "~/domain/event/recording.server";
import { balanceOf, holding, mint, openAccount, wallet } from "~/domain/wallet/accounts.server";
import { owedBy } from "~/domain/wallet/owing.server";
import { transfer } from "~/domain/wallet/transferring.server";
import { theJudge } from "../judge/port.server";
import { looksOf } from "../looks";
import { openAtOnce } from "../schema";
import type { Terms } from "../schema";
import { runOf, startRefusal } from "../times";
import { discardDraft } from "./drafting.server";
import { costOf } from "./pricing";
import type { Cost } from "./pricing";

export type Opener = {
  source: (typeof challengeSources)[number];
  /** Null for the site itself. */
  creatorId: number | null;
};

type OpenChallengeInput = {
  opener: Opener;
  terms: Terms;
  /** Given with the form: the same key opens the same challenge. */
  requestKey: string;
  /** Random; decides every lot, and is published with the result. */
  lotSalt: string;
  now: Date;
};

/**
 * Opens a challenge, now or at its start time. Prizes and looks go into its two accounts: from the person’s wallet, or
 * from the mint for the site’s own. Refuses a cover that cannot be one, a start in the past or too far ahead, models that
 * do not exist, more challenges than a person may have open, too little Buzz, and a debt.
 */
export async function openChallenge(tx: Tx, input: OpenChallengeInput) {
  const { opener, terms, now } = input;
  const requestKey = `${opener.creatorId ?? "site"}:${input.requestKey}`;
  const again = await tx.query.challenges.findFirst({ where: eq(challenges.requestKey, requestKey) });
  if (again) return { ok: true, challengeId: again.id, title: again.title } as const;
  const judgedBy = judgeFor(terms);
  const cost = costOf(terms, judgedBy);
  const refused = await refusalOf(tx, opener, terms, cost, now);
  if (refused) return refused;

  const earlier = await invitedTo(tx, terms.rematchOf);
  const known = { ...terms, rematchOf: earlier.rematchOf };
  const challengeId = await insertChallenge(tx, { ...input, terms: known, requestKey, judgedBy, cost });
  await insertTerms(tx, challengeId, terms);
  await openAccounts(tx, challengeId, now);
  await fund(tx, { challengeId, opener, cost, now });
  if (opener.creatorId !== null) await discardDraft(tx, opener.creatorId);
  const subject = `challenge:${challengeId}` as const;
  const data = { invited: earlier.invited };
  await recordEvent(tx, { kind: "challenge-opened", subject, actorId: opener.creatorId, data, now });
  return { ok: true, challengeId, title: terms.title } as const;
}

/** The completed challenge that a rematch is of, with its winners; they are invited once, by the first rematch. */
async function invitedTo(tx: Tx, rematchOf: number | null) {
  const completed =
    rematchOf === null ? undefined : and(eq(challenges.id, rematchOf), eq(challenges.status, "completed"));
  const known = completed && (await tx.query.challenges.findFirst({ columns: { id: true }, where: completed }));
  if (!known) return { rematchOf: null, invited: [] };
  const before = await tx.$count(challenges, eq(challenges.rematchOf, known.id));
  const winners = await tx.query.challengeWinners.findMany({ where: eq(challengeWinners.challengeId, known.id) });
  return { rematchOf: known.id, invited: before > 0 ? [] : winners.map(({ userId }) => userId) };
}

/** A model only where one is there, and may be sent every rating that entries can have. */
function judgeFor({ levels }: Terms): "model" | "people" {
  const judge = theJudge();
  return judge && (levels & ~judge.levels) === 0 ? "model" : "people";
}

async function refusalOf(tx: Tx, { source, creatorId }: Opener, terms: Terms, cost: Cost, now: Date) {
  const late = startRefusal(terms.startsAt, now);
  if (late) return { ok: false, reason: late } as const;
  const { coverMediaId } = terms;
  const cover = coverMediaId !== null && creatorId !== null ? await coverRefusal(tx, creatorId, coverMediaId) : null;
  if (cover) return { ok: false, reason: cover } as const;
  const known = await tx.$count(modelVersions, inArray(modelVersions.id, terms.versionIds));
  if (known !== terms.versionIds.length) return { ok: false, reason: "unknown-models" } as const;
  return source === "user" ? personRefusal(tx, creatorId!, cost) : null;
}

async function personRefusal(tx: Tx, creatorId: number, cost: Cost) {
  if ((await openOf(tx, creatorId)) >= (await allowedOpen(tx, creatorId)))
    return { ok: false, reason: "too-many-open" } as const;
  if ((await owedBy(tx, creatorId)) > 0) return { ok: false, reason: "in-debt" } as const;
  const balance = await balanceOf(tx, wallet(creatorId));
  return balance < cost.all ? ({ ok: false, reason: "too-little-buzz", balance, cost: cost.all } as const) : null;
}

function openOf(tx: Tx, creatorId: number) {
  const unfinished = inArray(challenges.status, ["scheduled", "active", "completing"]);
  return tx.$count(challenges, and(eq(challenges.creatorId, creatorId), eq(challenges.source, "user"), unfinished));
}

async function allowedOpen(tx: Tx, creatorId: number) {
  const person = await tx.query.users.findFirst({ columns: { membership: true }, where: eq(users.id, creatorId) });
  return person?.membership === "supporter" ? openAtOnce.supporter : openAtOnce.free;
}

type Row = OpenChallengeInput & { judgedBy: "model" | "people"; cost: Cost };

async function insertChallenge(tx: Tx, { opener, terms, requestKey, lotSalt, judgedBy, cost, now }: Row) {
  const { criteria: _, prizes, versionIds: __, startsAt, visibleFrom, reviews, ...columns } = terms;
  const run = runOf({ startsAt, visibleFrom, durationHours: terms.durationHours }, now);
  const [opened] = await tx
    .insert(challenges)
    .values({
      ...columns,
      ...run,
      ...opener,
      requestKey,
      lotSalt,
      status: startsAt ? "scheduled" : "active",
      level: strictestOf(terms.levels),
      judgedBy,
      reviewsPaid: reviews,
      looksPaid: looksOf(reviews, prizes.length).all,
      lookPrice: cost.lookPrice,
      createdAt: now,
    })
    .returning({ id: challenges.id });
  return opened!.id;
}

/** Until somebody rates its text, a challenge counts as the strictest rating that entries may have. */
export function strictestOf(levels: number) {
  return 2 ** Math.floor(Math.log2(levels));
}

async function insertTerms(tx: Tx, challengeId: number, { criteria, prizes, versionIds }: Terms) {
  const rubric = criteria.map((one, position) => ({ ...one, challengeId, position }));
  await tx.insert(challengeCriteria).values(rubric);
  await tx.insert(challengePrizes).values(prizes.map((amount, at) => ({ challengeId, place: at + 1, amount })));
  if (versionIds.length === 0) return;
  await tx.insert(challengeVersions).values(versionIds.map((versionId) => ({ challengeId, versionId })));
}

async function openAccounts(tx: Tx, challengeId: number, now: Date) {
  const subject = `challenge:${challengeId}` as const;
  const prizesAccountId = await openAccount(tx, { holder: holding("challenge-prizes", subject), now });
  const looksAccountId = await openAccount(tx, { holder: holding("challenge-looks", subject), now });
  await tx.update(challenges).set({ prizesAccountId, looksAccountId }).where(eq(challenges.id, challengeId));
}

type FundInput = { challengeId: number; opener: Opener; cost: Cost; now: Date };

async function fund(tx: Tx, { challengeId, opener, cost, now }: FundInput) {
  const subject = `challenge:${challengeId}` as const;
  const from = sponsorOf(opener);
  const paid = { kind: "funding", from, subject, actorId: opener.creatorId, now } as const;
  const to = (kind: "challenge-prizes" | "challenge-looks") => holding(kind, subject);
  const prizes = { key: `challenge-prizes:${challengeId}`, to: to("challenge-prizes"), amount: cost.prizes };
  const looks = { key: `challenge-looks:${challengeId}:0`, to: to("challenge-looks"), amount: cost.looksCost };
  for (const part of [prizes, looks]) {
    if (part.amount === 0) continue;
    const done = await transfer(tx, { ...paid, ...part });
    if (!done.ok) throw new Error(`${part.key} cannot be paid for.`);
  }
}

/** Where a challenge’s Buzz comes from, and goes back to: the person, or the mint for the site’s own. */
export function sponsorOf({ source, creatorId }: Opener) {
  return source === "user" ? wallet(creatorId!) : mint;
}
