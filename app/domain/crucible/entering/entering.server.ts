import { and, eq, inArray, sql } from "drizzle-orm";
import { reader } from "~/db/client";
import type { Tx } from "~/db/client";
import { crucibles } from "~/db/schema/crucible";
import { entries } from "~/db/schema/entry";
import { media } from "~/db/schema/media";
import { charge } from "~/domain/contest/paying.server";
import { recordEvent } from "~/domain/event/recording.server";
import { viewOf } from "~/domain/media/library.server";
import { escrow } from "~/domain/wallet/accounts.server";
import { findCandidates, findContest } from "./candidates.server";
import { eligibilityText } from "./eligibility-words";
import { mediaRefusals, entrantRefusal } from "./eligibility";
import type { Refusal } from "./eligibility";
import { unrated } from "../elo";

/** `mediaId` is null for what concerns the person or the crucible, and not one file. */
export type EntryRefusal = Refusal & { mediaId: number | null };
type EnterInput = { entrantId: number; crucibleId: number; mediaIds: number[]; now: Date };
type Contest = NonNullable<Awaited<ReturnType<typeof findContest>>>;
type Candidate = Awaited<ReturnType<typeof findCandidates>>[number];

/**
 * Puts one or many of a person's own media into a crucible, all or none, each with its fee into the crucible's escrow.
 * Refuses with every rule that is not met, file by file. Null when there is no such crucible.
 */
export async function enterCrucible(tx: Tx, { entrantId, crucibleId, mediaIds, now }: EnterInput) {
  const contest = await findContest(tx, crucibleId, entrantId);
  if (!contest) return null;
  const wanted = [...new Set(mediaIds)];
  const candidates = await findCandidates(tx, entrantId, crucibleId, inArray(media.id, wanted));
  const refusals = refusalsOf(contest, candidates, wanted, now);
  if (refusals.length > 0) return { ok: false, refusals } as const;

  const first = await takeNumbers(tx, contest, wanted.length);
  const chosen = candidates.sort((a, b) => wanted.indexOf(a.id) - wanted.indexOf(b.id));
  const entryIds: number[] = [];
  for (const [i, candidate] of chosen.entries()) {
    entryIds.push(await enterOne(tx, { contest, candidate, entrantId, number: first + i, now }));
  }
  const data = { creatorId: contest.creatorId, entryIds };
  await recordEvent(tx, { kind: "entry-submitted", subject: `crucible:${crucibleId}`, actorId: entrantId, data, now });
  return { ok: true, entryIds, paid: contest.entryFee * entryIds.length } as const;
}

/** Each of the person's own media, newest first, with every rule that it does not meet: what the submit page shows. */
export async function entryEligibility({
  entrantId,
  crucibleId,
  limit,
}: {
  entrantId: number;
  crucibleId: number;
  limit: number;
}) {
  const contest = await findContest(reader(), crucibleId, entrantId);
  if (!contest) return null;
  const candidates = await findCandidates(reader(), entrantId, crucibleId, undefined, limit);
  return candidates.map((candidate) => ({
    ...viewOf(candidate),
    known: candidate.known,
    trusted: contest.resourceRule === "enforced" && candidate.kind === "video",
    refusals: mediaRefusals(contest, candidate),
  }));
}

/** What a person has used of their entries here, and why they could not enter one more now, if so; null: no such crucible. */
export async function entrySituation({
  entrantId,
  crucibleId,
  now,
}: {
  entrantId: number;
  crucibleId: number;
  now: Date;
}) {
  const contest = await findContest(reader(), crucibleId, entrantId);
  if (!contest) return null;
  const { used, entriesPerPerson, balance } = contest;
  return { used, entriesPerPerson, balance, refusal: entrantRefusal(contest, 1, now) };
}

function refusalsOf(contest: Contest, candidates: Candidate[], wanted: number[], now: Date): EntryRefusal[] {
  const general = wanted.length === 0 ? nothingChosen : entrantRefusal(contest, wanted.length, now);
  const missing = wanted.filter((id) => !candidates.some((candidate) => candidate.id === id));
  return [
    ...(general ? [{ mediaId: null, ...general }] : []),
    ...missing.map((mediaId) => ({ mediaId, ...notYours })),
    ...candidates.flatMap((media) =>
      mediaRefusals(contest, media).map((refusal) => ({ mediaId: media.id, ...refusal })),
    ),
  ];
}

const nothingChosen = { reason: "nothing-chosen", detail: eligibilityText.nothingSelected };
const notYours = { reason: "not-yours", detail: eligibilityText.notYours };

// The checks ran in this very transaction and nobody else writes in it; the cap's CHECK and the unique indexes stand behind them.
async function takeNumbers(tx: Tx, contest: Contest, count: number) {
  const [taken] = await tx
    .update(crucibles)
    .set({
      lastNumber: sql`${crucibles.lastNumber} + ${count}`,
      entryCount: sql`${crucibles.entryCount} + ${count}`,
      entrantCount: sql`${crucibles.entrantCount} + ${contest.standing === 0 ? 1 : 0}`,
    })
    .where(and(eq(crucibles.id, contest.id), eq(crucibles.status, "active")))
    .returning({ lastNumber: crucibles.lastNumber });
  return taken!.lastNumber - count + 1;
}

type EnterOneInput = { contest: Contest; candidate: Candidate; entrantId: number; number: number; now: Date };

async function enterOne(tx: Tx, { contest, candidate, entrantId, number, now }: EnterOneInput) {
  const { id: mediaId, pixelHash, level } = candidate;
  const { lcb, ucb } = unrated();
  const [entry] = await tx
    .insert(entries)
    .values({ crucibleId: contest.id, number, entrantId, mediaId, pixelHash, level, fee: 0, lcb, ucb, createdAt: now })
    .returning({ id: entries.id });
  if (contest.entryFee > 0) await payFee(tx, { contest, entryId: entry!.id, entrantId, now });
  return entry!.id;
}

type PayFeeInput = { contest: Contest; entryId: number; entrantId: number; now: Date };

async function payFee(tx: Tx, { contest, entryId, entrantId, now }: PayFeeInput) {
  const feeTransferId = await charge(tx, {
    key: `entry-fee:${entryId}`,
    kind: "entry-fee",
    userId: entrantId,
    to: escrow(`crucible:${contest.id}`),
    amount: contest.entryFee,
    subject: `crucible:${contest.id}`,
    now,
  });
  const fee = { fee: contest.entryFee, feeTransferId };
  await tx.update(entries).set(fee).where(eq(entries.id, entryId));
}
