import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { reader } from "~/db/client";
import { users } from "~/db/schema/account";
import { comments } from "~/db/schema/comment";
import { events } from "~/db/schema/event";
import { write } from "~/db/write";
import { useDatabase } from "~/tests/database";
import { NOON, hoursLater, makeMedia, makePerson, openTestCrucible } from "~/tests/factories";
import { react, unreact } from "./reacting.server";
import { commentCounts, readComments } from "./comments.server";
import type { CommentTarget } from "./schema";
import { deleteComment, editComment, writeComment } from "./writing.server";

useDatabase();

function looking(id: number, levels = 3) {
  return { id, levels, moderator: false };
}

async function scene(level = 1) {
  const [owner, author] = [await makePerson({ username: "owner" }), await makePerson({ username: "author" })];
  return { owner, author, on: { subjectKind: "media", subjectId: await makeMedia(owner, { level }) } as CommentTarget };
}

async function comment(author: number, on: CommentTarget, body = "Fine", levels = 3) {
  const done = await write((tx) => writeComment(tx, { author: looking(author, levels), ...on, body, now: NOON }));
  return done?.commentId ?? null;
}

test("one comments only on what one can see, and its owner's event is written with it", async () => {
  const { owner, author, on } = await scene(4);
  expect(await comment(author, on)).toBeNull();
  expect(await reader().$count(events)).toBe(0);
  const commentId = await comment(author, on, "Fine", 7);
  const [event] = await reader().select().from(events);
  expect(event).toMatchObject({ kind: "comment-written", actorId: author, data: { ...on, ownerId: owner, commentId } });
  expect(await readComments(looking(author), on, { now: NOON })).toBeNull();
  expect((await readComments(looking(author, 4), on, { now: NOON }))!.items).toHaveLength(1);
  expect(await comment(author, { ...on, subjectId: 999 })).toBeNull();
  await write((tx) => tx.update(users).set({ role: "moderator" }).where(eq(users.id, author)));
  const [first] = (await readComments(looking(author, 4), on, { now: NOON }))!.items;
  expect(first!.author).toMatchObject({ username: "author", role: "moderator" });
});

test("a crucible outside one's levels is not there to comment on, but for its creator", async () => {
  const [creator, other] = [await makePerson(), await makePerson()];
  const on: CommentTarget = { subjectKind: "crucible", subjectId: await openTestCrucible(creator, { levels: 24 }) };
  expect(await comment(other, on)).toBeNull();
  expect(await comment(creator, on)).not.toBeNull();
  expect(await readComments({ id: null, levels: 3, moderator: false }, on, { now: NOON })).toBeNull();
});

test("the database takes no comment of 0 or 1,001 characters", async () => {
  const { author, on } = await scene();
  await expect(comment(author, on, "")).rejects.toThrow(/CHECK/);
  await expect(comment(author, on, "x".repeat(1001))).rejects.toThrow(/CHECK/);
});

test("the same words sent twice are one comment and one event; said again later, or elsewhere, they are another", async () => {
  const { owner, author, on } = await scene();
  const first = await comment(author, on);
  expect(await comment(author, on)).toBe(first);
  expect(await reader().$count(events)).toBe(1);
  const others = [await comment(owner, on), await comment(author, on, "Finer")];
  const later = await write((tx) =>
    writeComment(tx, { author: looking(author), ...on, body: "Fine", now: hoursLater(1 / 60) }),
  );
  expect(new Set([first, ...others, later!.commentId]).size).toBe(4);
});

test("a comment can be changed for 15 minutes, by its author alone", async () => {
  const { owner, author, on } = await scene();
  const commentId = (await comment(author, on))!;
  const edit = (authorId: number, minutes: number) =>
    write((tx) => editComment(tx, { authorId, commentId, body: `at ${minutes}`, now: hoursLater(minutes / 60) }));
  expect(await edit(owner, 1)).toBeNull();
  expect(await edit(author, 14)).toEqual({ ok: true });
  expect(await edit(author, 15)).toEqual({ ok: false, reason: "too-late" });
  expect((await readComments(looking(author), on, { now: hoursLater(0.2) }))!.items[0]).toMatchObject({
    body: "at 14",
    editable: true,
  });
  expect((await readComments(looking(author), on, { now: hoursLater(0.25) }))!.items[0]).toMatchObject({
    editable: false,
  });
});

test("a deleted comment is gone from the list, and the counts, and cannot be changed or liked", async () => {
  const { owner, author, on } = await scene();
  const commentId = (await comment(author, on))!;
  expect(await write((tx) => deleteComment(tx, { authorId: owner, commentId, now: NOON }))).toBeNull();
  expect(await write((tx) => deleteComment(tx, { authorId: author, commentId, now: NOON }))).toEqual({ ok: true });
  expect(await write((tx) => deleteComment(tx, { authorId: author, commentId, now: hoursLater(1) }))).toEqual({
    ok: true,
  });
  expect(await reader().query.comments.findFirst()).toMatchObject({ deletedAt: NOON, deletedBy: author });
  expect((await readComments(looking(author), on, { now: NOON }))!.items).toEqual([]);
  expect((await commentCounts("media", [on.subjectId])).size).toBe(0);
  expect(await write((tx) => editComment(tx, { authorId: author, commentId, body: "x", now: NOON }))).toBeNull();
  expect(await write((tx) => react(tx, { reader: looking(owner), commentId, kind: "heart", now: NOON }))).toBeNull();
});

test("reactions count once each, however often they are sent", async () => {
  const { owner, author, on } = await scene();
  const commentId = (await comment(author, on))!;
  const act = { reader: looking(owner), commentId, kind: "heart", now: NOON } as const;
  await Promise.all(Array.from({ length: 20 }, () => write((tx) => react(tx, act))));
  await write((tx) => react(tx, { ...act, kind: "laugh" }));
  await write((tx) => unreact(tx, { ...act, reader: looking(author) }));
  expect((await reader().query.comments.findFirst({ where: eq(comments.id, commentId) }))!.reactionCount).toBe(2);
  const [shown] = (await readComments(looking(owner), on, { now: NOON }))!.items;
  expect(shown!.reactions).toContainEqual({ kind: "heart", times: 1, mine: true });
  await Promise.all(Array.from({ length: 20 }, () => write((tx) => unreact(tx, act))));
  expect((await reader().query.comments.findFirst({ where: eq(comments.id, commentId) }))!.reactionCount).toBe(1);
});

test("pages of comments meet without a gap", async () => {
  const { author, on } = await scene();
  for (let i = 0; i < 7; i++) await comment(author, on, `no. ${i}`);
  const bodies: string[] = [];
  for (let before: number | undefined | null; before !== null;) {
    const page = (await readComments(looking(author), on, { now: NOON, before, limit: 3 }))!;
    bodies.push(...page.items.map(({ body }) => body));
    before = page.next;
  }
  expect(bodies).toEqual([6, 5, 4, 3, 2, 1, 0].map((i) => `no. ${i}`));
  expect((await commentCounts("media", [on.subjectId])).get(on.subjectId)).toBe(7);
});
