import { beforeEach, expect, test } from "vitest";
import { reader } from "~/db/client";
import { write } from "~/db/write";
import { balanceOf, wallet } from "~/domain/wallet/accounts.server";
import { useDatabase } from "~/tests/database";
import { hoursLater, makeMedia, makePerson, NOON } from "~/tests/factories";
import { saveDraft } from "./drafting.server";
import { openDraft } from "./opening-drafts.server";
import { summarizeDraft, stepErrors } from "./draft-summary.server";

useDatabase();

let creatorId = 0;
let cover = "";

beforeEach(async () => {
  creatorId = await makePerson({ buzz: 1500 });
  cover = String(await makeMedia(creatorId));
});

function save(typed: Record<string, string>, step: "basics" | "entry" = "basics", now = NOON) {
  return write((tx) => saveDraft(tx, { userId: creatorId, step, typed, now }));
}

function open({ requestKey = "form-one", seen = NOON, now = NOON } = {}) {
  return write((tx) => openDraft(tx, { creatorId, requestKey, logSalt: "salt", seen, now }));
}

const rules = { start: "now", close: "tenth", fee: "0", perPerson: "1", level: "1", media: "image", judges: "anyone" };

test("the same form sent often, even at once, opens one crucible and is paid once", async () => {
  await save({ name: "Corners", cover });
  await save({ ...rules, duration: "24" }, "entry");
  const answers = await Promise.all([open(), open(), open()]);
  expect(answers).toEqual(Array.from({ length: 3 }, () => ({ ok: true, crucibleId: 1, name: "Corners" })));
  expect(await open()).toMatchObject({ ok: true, crucibleId: 1 });
  expect(await balanceOf(reader(), wallet(creatorId))).toBe(1000);
  expect(await open({ requestKey: "form-two" })).toEqual({ ok: false, reason: "no-draft" });
});

test("a draft that was saved after it was looked over is not what was agreed to", async () => {
  await save({ name: "Corners", cover });
  await save({ ...rules, duration: "168" }, "entry", hoursLater(1));
  expect(await open()).toEqual({ ok: false, reason: "changed" });
  expect(await open({ seen: hoursLater(1) })).toEqual({
    ok: false,
    reason: "too-little-buzz",
    balance: 1500,
    setupFee: 2000,
  });
  expect(await balanceOf(reader(), wallet(creatorId))).toBe(1500);
});

test("what is not complete, or too old, opens nothing", async () => {
  await save({ name: "", cover });
  expect(await open()).toEqual({ ok: false, reason: "incomplete" });
  expect(await open({ now: hoursLater(31 * 24) })).toEqual({ ok: false, reason: "no-draft" });
});

test("a cover is one's own image that everyone may see", async () => {
  const stranger = await makePerson();
  const covers = [
    String(await makeMedia(stranger)),
    String(await makeMedia(creatorId, { level: 4 })),
    String(await makeMedia(creatorId, { kind: "video" })),
  ];
  for (const wrong of covers) {
    const errors = await stepErrors(creatorId, "basics", { name: "Corners", cover: wrong }, NOON);
    expect(errors.map(({ field }) => field)).toEqual(["cover"]);
    await save({ name: "Corners", cover: wrong });
    expect((await open()).ok).toBe(false);
  }
  await save({ name: "Corners", cover });
  expect((await summarizeDraft(creatorId, NOON)).cover).toMatchObject({ id: Number(cover) });
});

test("a draft shows nobody else's picture, whatever number is typed", async () => {
  const stranger = await makePerson();
  for (const level of [1, 16]) {
    await save({ name: "Corners", cover: String(await makeMedia(stranger, { level })) });
    expect((await summarizeDraft(creatorId, NOON)).cover).toBeNull();
  }
});
