import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { crucibles } from "~/db/schema/crucible";
import { media } from "~/db/schema/media";
import { write } from "~/db/write";
import { writeComment } from "~/domain/comment/writing.server";
import { enterCrucible } from "~/domain/crucible/entering/entering.server";
import { settleEndedCrucibles } from "~/domain/crucible/settling/settling.server";
import { takeSeat } from "~/domain/crucible/judging/seating.server";
import { drainEvents } from "~/domain/notification/outbox.server";
import { castVotes, makeMedia, makePerson, openTestCrucible, putEntry } from "~/tests/factories";

const HOUR = 3_600_000;
const now = new Date();
const R = 4;
const BLOCKED = 32;
const UNRATED = 0;
const grownUp = { browsingLevels: 31, adultConfirmedAt: now };

export type RatingFixture = Awaited<ReturnType<typeof makeFixture>>;

/** Media of every level that is not for all, in every place where media stand. */
export async function makeFixture() {
  const [maker, mild, adult] = [
    await makePerson({ username: "the-maker", ...grownUp }),
    await makePerson({ username: "the-mild" }),
    await makePerson({ username: "the-adult", ...grownUp }),
  ];
  const running = await contest(maker, { featuredAt: now });
  const shown = await putEntry(running, mild);
  await putEntry(running, adult);
  const hidden = [];
  for (const level of [R, BLOCKED, UNRATED]) hidden.push(await putEntry(running, maker, { level, statedLevel: level }));
  const ofMild = await contest(mild, { name: "Of the mild" });
  const sent = await makeMedia(maker, { level: R });
  const entered = await write((tx) =>
    enterCrucible(tx, { entrantId: maker, crucibleId: ofMild, mediaIds: [sent], now }),
  );
  if (!entered?.ok) throw new Error(`Not entered: ${JSON.stringify(entered)}`);
  const over = await contest(maker, { startsAt: ago(9), entriesCloseAt: ago(3), endsAt: ago(1) });
  const winner = await putEntry(over, maker, { level: R });
  const second = await putEntry(over, mild);
  await castVotes(over, adult, [[winner, second]]);
  await settleEndedCrucibles({ now });
  const covers = await coverThem([running, over, ofMild], maker);
  const written = await write((tx) =>
    writeComment(tx, {
      author: { id: maker, levels: 31, moderator: false },
      subjectKind: "media",
      subjectId: sent,
      body: "Hello @the-mild",
      now,
    }),
  );
  await drainEvents({ now });
  const judge = { id: mild, levels: 3, score: 0, supporter: false, barrier: null };
  await write((tx) => takeSeat(tx, { judge, crucibleId: running, now, random: Math.random }));
  const secret = await secretMedia();
  return {
    people: { maker, mild, adult },
    secret,
    ids: {
      crucibles: [running, ofMild, over],
      entries: [shown, ...hidden, winner],
      media: [sent, ...covers],
      comments: [written!.commentId],
    },
  };
}

function ago(hours: number) {
  return new Date(now.getTime() - hours * HOUR);
}

function contest(creatorId: number, columns: Partial<typeof crucibles.$inferInsert>) {
  return openTestCrucible(creatorId, {
    startsAt: ago(1),
    entriesCloseAt: ago(-6),
    endsAt: ago(-7),
    createdAt: ago(10),
    ...columns,
  });
}

/** A cover is PG when it is chosen; a moderator may correct it later. */
async function coverThem(ids: number[], maker: number) {
  const covers = [];
  for (const id of ids) {
    const coverMediaId = await makeMedia(maker, { level: R });
    await write(async (tx) => void (await tx.update(crucibles).set({ coverMediaId }).where(eq(crucibles.id, id))));
    covers.push(coverMediaId);
  }
  return covers;
}

async function secretMedia() {
  return write(async (tx) => {
    const rows = await tx.select({ id: media.id, key: media.key, level: media.level }).from(media);
    const secret = rows.filter(({ level }) => ![1, 2].includes(level));
    // Keys as they really are, and found by no accident.
    for (const one of secret) {
      one.key = `5ec7e7${randomUUID().replaceAll("-", "")}00`;
      const said = { alt: `seen ${one.key}`, fileName: `${one.key}.png`, thumbhash: Buffer.from(one.key) };
      await tx
        .update(media)
        .set({ key: one.key, ...said })
        .where(eq(media.id, one.id));
    }
    return secret;
  });
}
