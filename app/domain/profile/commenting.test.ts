import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { reader } from "~/db/client";
import { entries } from "~/db/schema/entry";
import { media } from "~/db/schema/media";
import { write } from "~/db/write";
import type { CommentTarget } from "~/domain/comment/schema";
import { deleteComment, writeComment } from "~/domain/comment/writing.server";
import { settleEndedCrucibles } from "~/domain/crucible/settling/settling.server";
import { removeComment } from "~/domain/moderation/correcting.server";
import { useDatabase } from "~/tests/database";
import { NOON, hoursLater, makeMedia, makePerson, openTestCrucible, putEntry } from "~/tests/factories";
import { countComments, profileComments } from "./commenting.server";
import { readProfile } from "./profiles.server";

useDatabase();

function looking(id: number | null, { levels = 3, moderator = false } = {}) {
  return { id, levels, moderator };
}

async function say(author: number, on: CommentTarget, body: string) {
  const done = await write((tx) =>
    writeComment(tx, { author: { id: author, levels: 31, moderator: false }, ...on, body, now: NOON }),
  );
  return done!.commentId;
}

function onMedia(subjectId: number): CommentTarget {
  return { subjectKind: "media", subjectId };
}

function onCrucible(subjectId: number): CommentTarget {
  return { subjectKind: "crucible", subjectId };
}

/** What somebody reads of a person's comments, page by page; the tab's figure is checked along the way. */
async function read(userId: number, viewer = looking(null), limit = 2) {
  const bodies: string[] = [];
  for (let before: number | undefined | null; before !== null;) {
    const page = await profileComments(userId, viewer, { before, limit });
    bodies.push(...page.items.map(({ body }) => body));
    before = page.next;
  }
  expect(await countComments(userId, viewer)).toBe(bodies.length);
  return bodies;
}

test("one reads what somebody said here and there, newest first, with what it is about, and nobody else's words", async () => {
  const [ana, other] = [await makePerson({ username: "ana" }), await makePerson()];
  const picture = await makeMedia(other, { alt: "A hill" });
  const coverMediaId = await makeMedia(other);
  const crucibleId = await openTestCrucible(other, { name: "Ember", coverMediaId });
  await say(ana, onMedia(picture), "first");
  await say(ana, onCrucible(crucibleId), "second");
  await say(other, onCrucible(crucibleId), "not ana's");
  await say(ana, onMedia(picture), "third");
  expect(await read(ana)).toEqual(["third", "second", "first"]);
  expect((await profileComments(ana, looking(null))).items).toMatchObject([
    { about: null, media: { id: picture, alt: "A hill" } },
    { about: "Ember", media: { id: coverMediaId } },
    { about: null, media: { id: picture } },
  ]);
  expect(await readProfile("ana", looking(null))).toMatchObject({
    tabs: expect.arrayContaining([expect.objectContaining({ path: "comments", count: 3 })]) as unknown,
  });
});

test("what is outside the reader's levels, deleted or removed is neither listed nor counted", async () => {
  const [ana, other, keeper] = [await makePerson(), await makePerson(), await makePerson({ role: "moderator" })];
  const gone = await makeMedia(other);
  await say(ana, onMedia(await makeMedia(other, { level: 4 })), "on R");
  await say(ana, onMedia(gone), "on what was deleted");
  await say(ana, onCrucible(await openTestCrucible(other, { name: "Bold", levels: 8 })), "in X");
  const [taken, removed] = [await say(ana, onMedia(gone), "taken back"), await say(ana, onMedia(gone), "removed")];
  await say(ana, onMedia(await makeMedia(ana)), "on my own");
  await write((tx) => deleteComment(tx, { authorId: ana, commentId: taken, now: NOON }));
  await write((tx) => removeComment(tx, { moderatorId: keeper, commentId: removed, reason: "Rude", now: NOON }));
  await write((tx) => tx.update(media).set({ deletedAt: NOON }).where(eq(media.id, gone)));
  expect(await read(ana)).toEqual(["on my own"]);
  expect(await read(ana, looking(ana))).toEqual(["on my own"]);
  expect(await read(ana, looking(other))).toEqual(["on my own", "in X", "on R"]);
  expect(await read(ana, looking(keeper, { moderator: true }))).toEqual(["on my own", "in X"]);
  expect(await read(ana, looking(null, { levels: 31 }))).toEqual(["on my own", "in X", "on R"]);
});

test("a cover outside the reader's levels is not shown beside what was said under it", async () => {
  const ana = await makePerson();
  const coverMediaId = await makeMedia(ana, { level: 4 });
  await say(ana, onCrucible(await openTestCrucible(ana, { coverMediaId })), "Hello");
  expect((await profileComments(ana, looking(null))).items).toMatchObject([{ body: "Hello", media: null }]);
});

test("until a crucible is over, no comment tells whose an entry is", async () => {
  const [ana, ben] = [await makePerson({ username: "ana" }), await makePerson({ username: "ben" })];
  const crucibleId = await openTestCrucible(ben);
  const mediaIds: number[] = [];
  for (const person of [ana, ben]) {
    const alt = person === ana ? "By ana" : "Drawn by Ben";
    const entryId = await putEntry(crucibleId, person, { alt, publishedAt: NOON });
    mediaIds.push((await reader().query.entries.findFirst({ where: eq(entries.id, entryId) }))!.mediaId);
  }
  const [mine, bens] = mediaIds as [number, number];
  await say(ana, onMedia(mine), "Thank you all");
  await say(ana, onMedia(bens), "Well done");
  expect(await read(ana)).toEqual(["Well done"]);
  expect((await profileComments(ana, looking(ben))).items).toMatchObject([{ media: { alt: "" } }]);
  expect(await read(ana, looking(ana))).toEqual(["Well done", "Thank you all"]);

  await settleEndedCrucibles({ now: hoursLater(9) });
  expect(await read(ana)).toEqual(["Well done", "Thank you all"]);
  expect((await profileComments(ana, looking(null))).items).toMatchObject([
    { media: { alt: "Drawn by Ben" } },
    { media: { alt: "By ana" } },
  ]);
});
