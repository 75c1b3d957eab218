import { eq, inArray, sql } from "drizzle-orm";
import { reader } from "~/db/client";
import type { Tx } from "~/db/client";
import { challenges } from "~/db/schema/challenge";
import { challengeEntries } from "~/db/schema/challenge-entry";
import { media } from "~/db/schema/media";
import { recordEvent } from "~/domain/event/recording.server";
import { viewOf } from "~/domain/media/library.server";
import { entrantRefusal, mediaRefusals } from "./eligibility";
import type { Refusal } from "./eligibility";
import { eligibilityText } from "./eligibility-words";
import { findCandidates, findContest } from "./candidates.server";
import { lotOf } from "./lots";
import { reserveReview } from "./reservations.server";

/** `mediaId` is null for what concerns the person or the challenge, and not one file. */
export type EntryRefusal = Refusal & { mediaId: number | null };
type EnterInput = { entrantId: number; challengeId: number; mediaIds: number[]; keys: () => string; now: Date };
type Contest = NonNullable<Awaited<ReturnType<typeof findContest>>>;
type Candidate = Awaited<ReturnType<typeof findCandidates>>[number];

/**
 * Puts one or many of a person’s own images into a challenge, all or none. `keys` makes the random names of their pictures,
 * 32 hexadecimal digits each. Refuses with every rule that is not met, file by file. Null when there is no such challenge.
 */
export async function enterChallenge(tx: Tx, { entrantId, challengeId, mediaIds, keys, now }: EnterInput) {
  const contest = await findContest(tx, challengeId, entrantId);
  if (!contest) return null;
  const wanted = [...new Set(mediaIds)];
  const candidates = await findCandidates(tx, entrantId, challengeId, inArray(media.id, wanted));
  const refusals = refusalsOf(contest, candidates, wanted, now);
  if (refusals.length > 0) return { ok: false, refusals } as const;

  const chosen = candidates.sort((a, b) => wanted.indexOf(a.id) - wanted.indexOf(b.id));
  const entryIds: number[] = [];
  let judged = 0;
  for (const candidate of chosen) {
    entryIds.push(await enterOne(tx, { contest, candidate, key: keys(), now }));
    if (await reserveReview(tx, { challenge: contest, entrantId, pixelHash: candidate.pixelHash, now })) judged += 1;
  }
  await countEntries(tx, contest, entryIds.length);
  const data = { creatorId: contest.creatorId, entryIds };
  const subject = `challenge:${challengeId}` as const;
  await recordEvent(tx, { kind: "challenge-entered", subject, actorId: entrantId, data, now });
  return { ok: true, entryIds, judged } as const;
}

async function countEntries(tx: Tx, { id, used }: Contest, more: number) {
  await tx
    .update(challenges)
    .set({
      entryCount: sql`${challenges.entryCount} + ${more}`,
      entrantCount: sql`${challenges.entrantCount} + ${used === 0 ? 1 : 0}`,
    })
    .where(eq(challenges.id, id));
}

type EnterOneInput = { contest: Contest; candidate: Candidate; key: string; now: Date };

async function enterOne(tx: Tx, { contest, candidate, key, now }: EnterOneInput) {
  const { id: challengeId, entrantId, lotSalt } = contest;
  const { id: mediaId, pixelHash, level } = candidate;
  const row = {
    challengeId,
    entrantId,
    mediaId,
    pixelHash,
    level,
    key,
    lot: lotOf(lotSalt, pixelHash),
    createdAt: now,
  };
  const [entered] = await tx.insert(challengeEntries).values(row).returning({ id: challengeEntries.id });
  return entered!.id;
}

type Asking = { entrantId: number; challengeId: number };

/** Each of the person’s own media, newest first, with every rule that it does not meet: what the submit page shows. */
export async function entryEligibility({ entrantId, challengeId, limit }: Asking & { limit: number }) {
  const contest = await findContest(reader(), challengeId, entrantId);
  if (!contest) return null;
  const candidates = await findCandidates(reader(), entrantId, challengeId, undefined, limit);
  return candidates.map((candidate) => ({
    ...viewOf(candidate),
    known: candidate.known,
    trusted: false,
    refusals: mediaRefusals(contest, candidate),
  }));
}

/** What a person has used of their entries here, and why they could not enter one more now, if so; null: no such challenge. */
export async function entrySituation({ entrantId, challengeId, now }: Asking & { now: Date }) {
  const contest = await findContest(reader(), challengeId, entrantId);
  if (!contest) return null;
  const { used, entriesPerPerson, reviewsPaid, reviewsTaken } = contest;
  const usedUp = reviewsTaken >= reviewsPaid;
  return { used, entriesPerPerson, usedUp, balance: 0, refusal: entrantRefusal(contest, 1, now) };
}

function refusalsOf(contest: Contest, candidates: Candidate[], wanted: number[], now: Date): EntryRefusal[] {
  const general = wanted.length === 0 ? nothingChosen : entrantRefusal(contest, wanted.length, now);
  const missing = wanted.filter((id) => !candidates.some((candidate) => candidate.id === id));
  return [
    ...(general ? [{ mediaId: null, ...general }] : []),
    ...missing.map((mediaId) => ({ mediaId, ...notYours })),
    ...candidates.flatMap((one) => mediaRefusals(contest, one).map((refusal) => ({ mediaId: one.id, ...refusal }))),
  ];
}

const nothingChosen = { reason: "nothing-chosen", detail: eligibilityText.nothingSelected };
const notYours = { reason: "not-yours", detail: eligibilityText.notYours };
