import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { reader } from "~/db/client";
import { crucibles } from "~/db/schema/crucible";
import { write } from "~/db/write";
import { balanceOf, escrow, house, wallet } from "~/domain/wallet/accounts.server";
import { useDatabase } from "~/tests/database";
import { hoursLater, makeMedia, makePerson, NOON, putEntry } from "~/tests/factories";
import { cancelCrucible } from "../settling/canceling.server";
import { parseDraft } from "./draft-steps";
import type { Typed } from "~/domain/contest/drafting";
import { purgeDrafts } from "~/domain/contest/draft-store.server";
import { discardDraft, readDraft, saveDraft } from "./drafting.server";
import { editCrucible } from "./editing.server";
import { openCrucible } from "./opening.server";
import type { Terms } from "../schema";

useDatabase();

let creatorId = 0;
let coverMediaId = 0;

beforeEach(async () => {
  creatorId = await makePerson({ buzz: 5000 });
  coverMediaId = await makeMedia(creatorId);
});

function terms(change: Partial<Terms> = {}): Terms {
  return {
    name: "Wild Portraits",
    description: "One animal, one look.",
    coverMediaId,
    durationHours: 8,
    startsAt: null,
    entriesClose: "tenth",
    entryFee: 250,
    entriesPerPerson: 3,
    entriesCap: null,
    levels: 3,
    mediaKinds: 1,
    minSide: 0,
    baseModelIds: [],
    versionIds: [],
    enforced: false,
    prizes: [50, 30, 20],
    judgeRule: "anyone",
    judgeMinScore: 0,
    ...change,
  };
}

function open(change: Partial<Terms> = {}, requestKey = "k1") {
  return write((tx) => openCrucible(tx, { creatorId, terms: terms(change), requestKey, logSalt: "salt", now: NOON }));
}

function find(crucible: number) {
  return reader().query.crucibles.findFirst({ where: eq(crucibles.id, crucible) });
}

test("a free crucible runs from now on, with an empty escrow", async () => {
  expect(await open()).toEqual({ ok: true, crucibleId: 1 });
  expect(await find(1)).toMatchObject({
    status: "active",
    startsAt: NOON,
    endsAt: hoursLater(8),
    entriesCloseAt: hoursLater(7.2),
    setupFee: 0,
    setupTransferId: null,
    resourceRule: "any",
    prizes: [50, 30, 20],
  });
  expect(await balanceOf(reader(), escrow("crucible:1"))).toBe(0);
});

test("paid options are charged on creation and refunded on cancellation", async () => {
  await open({ durationHours: 168, prizes: [100], judgeRule: "verified", judgeMinScore: 20, startsAt: hoursLater(24) });
  expect(await find(1)).toMatchObject({
    status: "pending",
    setupFee: 3500,
    startsAt: hoursLater(24),
    judgeMinScore: 20,
  });
  expect([await balanceOf(reader(), wallet(creatorId)), await balanceOf(reader(), house)]).toEqual([1500, 3500]);
  await write((tx) => cancelCrucible(tx, { moderatorId: 1, crucibleId: 1, reason: "Off topic", now: NOON }));
  expect([await balanceOf(reader(), wallet(creatorId)), await balanceOf(reader(), house)]).toEqual([5000, 0]);
});

test("no Buzz, no crucible", async () => {
  creatorId = await makePerson({ buzz: 499 });
  coverMediaId = await makeMedia(creatorId);
  expect(await open({ durationHours: 24 })).toEqual({
    ok: false,
    reason: "too-little-buzz",
    balance: 499,
    setupFee: 500,
  });
  expect(await reader().query.crucibles.findMany()).toEqual([]);
});

test("a form sent twice, or five times at once, opens one and charges once", async () => {
  const all = await Promise.all(Array.from({ length: 5 }, () => open({ durationHours: 24 })));
  expect(all).toEqual(all.map(() => ({ ok: true, crucibleId: 1 })));
  expect(await balanceOf(reader(), wallet(creatorId))).toBe(4500);
  expect(await open({}, "k2")).toEqual({ ok: true, crucibleId: 2 });
});

test("the key of one person's form opens nothing of another's", async () => {
  await open();
  creatorId = await makePerson();
  coverMediaId = await makeMedia(creatorId);
  expect(await open()).toEqual({ ok: true, crucibleId: 2 });
});

test("a cover is one's own image, rated PG or PG-13", async () => {
  const other = await makePerson();
  const cases = [
    [await makeMedia(other), "no-such-cover"],
    [await makeMedia(creatorId, { deletedAt: NOON }), "no-such-cover"],
    [9999, "no-such-cover"],
    [await makeMedia(creatorId, { kind: "video" }), "cover-not-an-image"],
    [await makeMedia(creatorId, { level: 4 }), "cover-level"],
    [await makeMedia(creatorId, { level: 0 }), "cover-level"],
  ] as const;
  for (const [cover, reason] of cases) expect(await open({ coverMediaId: cover })).toEqual({ ok: false, reason });
  expect(await open({ coverMediaId: await makeMedia(creatorId, { level: 2 }) })).toMatchObject({ ok: true });
});

test("a start in the past or beyond thirty days is refused, and so are models that do not exist", async () => {
  expect(await open({ startsAt: hoursLater(-1) })).toEqual({ ok: false, reason: "start-in-the-past" });
  expect(await open({ startsAt: hoursLater(721) })).toEqual({ ok: false, reason: "start-too-far" });
  expect(await open({ baseModelIds: [999] })).toEqual({ ok: false, reason: "unknown-models" });
  expect(await open({ versionIds: [999] })).toEqual({ ok: false, reason: "unknown-models" });
});

test("name, description and cover can be corrected, by the creator, until the end", async () => {
  await open();
  await putEntry(1, await makePerson());
  const edit = (change: object) =>
    write((tx) =>
      editCrucible(tx, {
        creatorId,
        crucibleId: 1,
        name: "Wilder",
        description: "",
        coverMediaId,
        now: NOON,
        ...change,
      }),
    );
  expect(await edit({ creatorId: creatorId + 1 })).toBeNull();
  expect(await edit({ coverMediaId: 999 })).toEqual({ ok: false, reason: "no-such-cover" });
  expect(await edit({})).toEqual({ ok: true });
  expect((await find(1))?.name).toBe("Wilder");
  expect(await edit({ now: hoursLater(8) })).toEqual({ ok: false, reason: "over" });
  await write((tx) => cancelCrucible(tx, { moderatorId: 1, crucibleId: 1, reason: "Off topic", now: NOON }));
  expect(await edit({})).toEqual({ ok: false, reason: "over" });
});

test("nothing that decides the outcome can change once there is an entry, whoever tries", async () => {
  await open();
  await putEntry(1, await makePerson());
  for (const change of [{ entryFee: 1 }, { prizes: [100] }, { levels: 31 }, { judgeMinScore: 9 }, { minSide: 64 }]) {
    await expect(write((tx) => tx.update(crucibles).set(change).where(eq(crucibles.id, 1)))).rejects.toThrow();
  }
});

test("a draft keeps what was typed, right or wrong, step by step, until the crucible is open", async () => {
  const save = (step: "basics" | "entry" | "prizes", typed: Record<string, string | string[]>, now = NOON) =>
    write((tx) => saveDraft(tx, { userId: creatorId, step, typed, now }));
  await save("basics", { name: "x", cover: "none", setupFee: "0" });
  await save("entry", { fee: "lots", level: ["1", "2"] });
  expect((await readDraft(creatorId, NOON))?.data).toEqual({
    name: "x",
    cover: "none",
    fee: "lots",
    level: ["1", "2"],
  });
  await save("entry", { fee: "5" });
  expect((await readDraft(creatorId, NOON))?.data).toEqual({ name: "x", cover: "none", fee: "5" });
  expect(parseDraft((await readDraft(creatorId, NOON))!.data as Typed).success).toBe(false);
  await open();
  expect(await readDraft(creatorId, NOON)).toBeNull();
});

test("a draft that is complete reads as terms, blanks counting as not given", () => {
  const typed = {
    ...{ name: "Wild Portraits", description: "", cover: "7", duration: "8", start: "now", startsAt: "", close: "end" },
    ...{
      fee: "0",
      perPerson: "1",
      cap: "",
      level: "1",
      media: ["image", "video"],
      minSide: "",
      judges: "anyone",
      split: "standard",
    },
  };
  expect(parseDraft(typed)).toMatchObject({
    success: true,
    data: { entriesCap: null, minSide: 0, levels: 1, mediaKinds: 3 },
  });
});

test("a draft is forgotten after thirty days, or when told to", async () => {
  const save = () =>
    write((tx) => saveDraft(tx, { userId: creatorId, step: "basics", typed: { name: "x" }, now: NOON }));
  await save();
  expect(await readDraft(creatorId, hoursLater(720))).toBeNull();
  expect(await write((tx) => purgeDrafts(tx, hoursLater(719)))).toBe(0);
  expect(await write((tx) => purgeDrafts(tx, hoursLater(720)))).toBe(1);
  await save();
  await write((tx) => discardDraft(tx, creatorId));
  expect(await readDraft(creatorId, NOON)).toBeNull();
});
