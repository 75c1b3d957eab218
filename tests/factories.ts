import { eq, sql } from "drizzle-orm";
import { createHash, randomUUID } from "node:crypto";
import { users } from "~/db/schema/account";
import { crucibles } from "~/db/schema/crucible";
import { entries } from "~/db/schema/entry";
import { pairs, votes } from "~/db/schema/judging";
import { media } from "~/db/schema/media";
import { write } from "~/db/write";
import type { Tx } from "~/db/write";
import { unrated } from "~/domain/crucible/elo";
import { escrow, mint, openAccount, wallet } from "~/domain/wallet/accounts.server";
import { transfer } from "~/domain/wallet/transferring.server";

/** Noon of a day on which tests happen. */
export const NOON = new Date("2026-05-01T12:00:00Z");
const HOUR = 3_600_000;

/** The time so many hours after noon. */
export function hoursLater(hours: number) {
  return new Date(NOON.getTime() + hours * HOUR);
}

type Person = Partial<typeof users.$inferInsert> & { buzz?: number };

/** A person with a wallet and `buzz` in it (1,000 unless said). Returns the number. */
export function makePerson({ buzz = 1000, ...columns }: Person = {}) {
  return write(async (tx) => {
    const username = `p${randomUUID().slice(0, 12)}`;
    const [born] = await tx
      .insert(users)
      .values({ username, createdAt: NOON, ...columns })
      .returning({ id: users.id });
    await openAccount(tx, { holder: wallet(born!.id), now: NOON });
    if (buzz > 0) await give(tx, born!.id, buzz);
    return born!.id;
  });
}

async function give(tx: Tx, userId: number, amount: number) {
  const key = `test-grant:${randomUUID()}`;
  const to = wallet(userId);
  await transfer(tx, {
    key,
    kind: "grant",
    from: mint,
    to,
    amount,
    subject: `user:${userId}`,
    actorId: null,
    now: NOON,
  });
}

/** A picture of the person's, published, PG and 512 by 512 unless said otherwise. No file stands behind it. */
export function makeMedia(ownerId: number, columns: Partial<typeof media.$inferInsert> = {}) {
  return write(async (tx) => {
    const hash = createHash("sha256").update(randomUUID()).digest("hex");
    const size = { width: 512, height: 512, bytes: 1000 };
    const names = { fileHash: hash, pixelHash: hash, key: hash.slice(0, 40), type: "image/png" };
    const [made] = await tx
      .insert(media)
      .values({
        ownerId,
        kind: "image",
        ...names,
        ...size,
        level: 1,
        statedLevel: 1,
        createdAt: NOON,
        publishedAt: NOON,
        ...columns,
      })
      .returning({ id: media.id });
    return made!.id;
  });
}

/** A crucible that runs from noon for 8 hours, free and open to all levels unless said otherwise; its escrow is open. */
export function openTestCrucible(creatorId: number, columns: Partial<typeof crucibles.$inferInsert> = {}) {
  return write(async (tx) => {
    const [opened] = await tx
      .insert(crucibles)
      .values({ ...plain, creatorId, requestKey: randomUUID(), logSalt: randomUUID(), ...columns })
      .returning({ id: crucibles.id });
    const escrowId = await openAccount(tx, { holder: escrow(`crucible:${opened!.id}`), now: NOON });
    await tx.update(crucibles).set({ escrowId }).where(eq(crucibles.id, opened!.id));
    return opened!.id;
  });
}

const plain = {
  status: "active",
  name: "A test of fire",
  durationHours: 8,
  startsAt: NOON,
  endsAt: hoursLater(8),
  entriesCloseAt: hoursLater(7.2),
  entryFee: 0,
  setupFee: 0,
  entriesPerPerson: 100,
  levels: 31,
  mediaKinds: 3,
  prizes: [50, 30, 20],
  createdAt: NOON,
} as const satisfies Partial<typeof crucibles.$inferInsert>;

/** One fresh, unpublished picture of the person's put in, whatever the rules; its fee is paid. Returns the entry's number in the table. */
export async function putEntry(
  crucibleId: number,
  entrantId: number,
  columns: Partial<typeof media.$inferInsert> = {},
) {
  const mediaId = await makeMedia(entrantId, { publishedAt: null, ...columns });
  return write(async (tx) => {
    const pixelHash = (await tx.query.media.findFirst({ where: eq(media.id, mediaId) }))!.pixelHash;
    const [crucible] = await tx
      .update(crucibles)
      .set({
        lastNumber: sql`${crucibles.lastNumber} + 1`,
        entryCount: sql`${crucibles.entryCount} + 1`,
        entrantCount: sql`${crucibles.entrantCount} + NOT EXISTS (
          SELECT 1 FROM entries WHERE crucible_id = ${crucibleId} AND entrant_id = ${entrantId} AND withdrawn_at IS NULL)`,
      })
      .where(eq(crucibles.id, crucibleId))
      .returning();
    const { lastNumber: number, entryFee: fee } = crucible!;
    const feeTransferId = fee > 0 ? await payFee(tx, { crucibleId, entrantId, fee, number }) : null;
    const place = { crucibleId, number, entrantId, mediaId, pixelHash, level: columns.level ?? 1, fee, feeTransferId };
    const { lcb, ucb } = unrated();
    const [put] = await tx
      .insert(entries)
      .values({ ...place, lcb, ucb, createdAt: new Date(NOON.getTime() + number) })
      .returning({ id: entries.id });
    return put!.id;
  });
}

type Fee = { crucibleId: number; entrantId: number; fee: number; number: number };

async function payFee(tx: Tx, { crucibleId, entrantId, fee, number }: Fee) {
  const key = `test-fee:${crucibleId}:${number}`;
  const ends = { from: wallet(entrantId), to: escrow(`crucible:${crucibleId}`), amount: fee };
  const why = { subject: `crucible:${crucibleId}`, actorId: entrantId, now: NOON } as const;
  const paid = await transfer(tx, { key, kind: "entry-fee", ...ends, ...why });
  if (!paid.ok) throw new Error(`Person ${entrantId} cannot pay ${fee}.`);
  return paid.transferId;
}

/** Puts votes into the log as they are, `[winner, loser]` each, and counts them; live ratings stay where they are. */
export function castVotes(crucibleId: number, judgeId: number, duels: readonly (readonly [number, number])[]) {
  return write(async (tx) => {
    for (const [winner, loser] of duels) await castVote(tx, crucibleId, judgeId, winner, loser);
    await tx
      .update(crucibles)
      .set({ voteCount: sql`${crucibles.voteCount} + ${duels.length}` })
      .where(eq(crucibles.id, crucibleId));
  });
}

async function castVote(tx: Tx, crucibleId: number, judgeId: number, winner: number, loser: number) {
  const two = {
    leftEntry: winner,
    rightEntry: loser,
    lowEntry: Math.min(winner, loser),
    highEntry: Math.max(winner, loser),
  };
  const when = { servedAt: hoursLater(1), shownAt: hoursLater(1), answeredAt: hoursLater(1) };
  const [pair] = await tx
    .insert(pairs)
    .values({ crucibleId, judgeId, token: randomUUID(), state: "voted", ...two, ...when })
    .returning({ id: pairs.id });
  const before = { winnerElo: 1500, winnerInfo: 0, loserElo: 1500, loserInfo: 0 };
  const cast = {
    side: "left",
    weight: 1,
    reasons: [] as string[],
    skips: 0,
    durationMs: 4000,
    control: false,
  } as const;
  const who = { crucibleId, judgeId, pairId: pair!.id, winnerId: winner, loserId: loser };
  await tx.insert(votes).values({ ...who, ...cast, ...before, createdAt: hoursLater(1) });
  await tx
    .update(entries)
    .set({ votes: sql`votes + 1`, wins: sql`wins + 1` })
    .where(eq(entries.id, winner));
  await tx
    .update(entries)
    .set({ votes: sql`votes + 1`, losses: sql`losses + 1` })
    .where(eq(entries.id, loser));
}
