import { expect, test } from "vitest";
import { reader } from "~/db/client";
import { write } from "~/db/write";
import type { Typed } from "~/domain/contest/drafting";
import { enter, makePainted, openTestChallenge, settle } from "~/tests/challenges";
import { useDatabase } from "~/tests/database";
import { hoursLater, makeMedia, makePerson } from "~/tests/factories";
import { useJudge } from "~/tests/use-judge";
import { parseDraft, withDefaults } from "./opening/draft-steps";
import { readDraft, saveDraft } from "./opening/drafting.server";
import { openDraft } from "./opening/opening-drafts.server";
import { draftRematch } from "./rematching.server";

const { folder } = useDatabase();
useJudge(folder);

async function ended() {
  const [creator, winner] = [await makePerson({ buzz: 2000 }), await makePerson({ buzz: 0 })];
  const id = await openTestChallenge({ creatorId: creator });
  await enter(id, winner, [await makePainted(folder(), winner, 200)]);
  await settle(hoursLater(25));
  return { id, winner };
}

async function callRematch(id: number, requestKey: string) {
  const [userId, now] = [await makePerson({ buzz: 2000 }), hoursLater(26)];
  expect(await write((tx) => draftRematch(tx, { userId, challengeId: id, now }))).toEqual({ ok: true });
  const draft = (await readDraft(userId, now))!;
  const typed = { ...(draft.data as Typed), cover: String(await makeMedia(userId)) };
  const opening = { creatorId: userId, moderator: false, requestKey, lotSalt: "x", seen: draft.updatedAt, now };
  await write(async (tx) => {
    await saveDraft(tx, { userId, step: "theme", typed, now });
  });
  return write((tx) => openDraft(tx, opening));
}

async function invited() {
  const opened = await reader().query.events.findMany({ where: (table, { eq }) => eq(table.kind, "challenge-opened") });
  return opened.map(({ data }) => (data as { invited: number[] }).invited);
}

test("an ended challenge fills the draft, and its winners are invited by the first rematch alone", async () => {
  const { id, winner } = await ended();
  expect(await callRematch(id, "first-rematch")).toMatchObject({ ok: true, title: "Heavy Weather: the rematch" });
  expect(await callRematch(id, "second-rematch")).toMatchObject({ ok: true });
  expect(await invited()).toEqual([[], [winner], []]);
  const [old, ...rematches] = await reader().query.challenges.findMany();
  expect(rematches.map(({ rematchOf }) => rematchOf)).toEqual([old!.id, old!.id]);
  expect(rematches[0]).toMatchObject({ theme: old!.theme, prompt: old!.prompt, reviewsPaid: old!.reviewsPaid });
});

test("what runs can’t be called again, and neither can what isn’t there", async () => {
  const person = await makePerson({ buzz: 2000 });
  const running = await openTestChallenge({ creatorId: person });
  const call = (challengeId: number) =>
    write((tx) => draftRematch(tx, { userId: person, challengeId, now: hoursLater(1) }));
  expect(await call(running)).toEqual({ ok: false, reason: "not-over" });
  expect(await call(99)).toBeNull();
});

test("a draft that names a challenge that is not over is no rematch of it", async () => {
  const { id } = await ended();
  const person = await makePerson({ buzz: 2000 });
  await write((tx) => draftRematch(tx, { userId: person, challengeId: id, now: hoursLater(26) }));
  const typed = withDefaults((await readDraft(person, hoursLater(26)))!.data as Typed);
  const read = parseDraft({ ...typed, cover: "1", rematch: "4711" });
  expect(read.success && read.data.rematchOf).toBe(4711);
  const opened = await openTestChallenge({ creatorId: person, terms: { rematchOf: 4711 }, now: hoursLater(26) });
  const row = await reader().query.challenges.findFirst({ where: (table, { eq }) => eq(table.id, opened) });
  expect(row!.rematchOf).toBeNull();
});
