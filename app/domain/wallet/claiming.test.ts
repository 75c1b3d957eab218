import { beforeEach, expect, test } from "vitest";
import { reader } from "~/db/client";
import { write } from "~/db/write";
import { useDatabase } from "~/tests/database";
import { balanceOf, openAccount, wallet } from "./accounts.server";
import { claimDaily, claimState } from "./claiming.server";

useDatabase();
const noon = new Date("2026-12-31T12:00:00Z");
const newYear = new Date("2027-01-01T00:00:00Z");

beforeEach(async () => {
  for (const id of [1, 2]) await write((tx) => openAccount(tx, { holder: wallet(id), now: noon }));
});

function claim(now: Date, { userId = 1, amount = 100 } = {}) {
  return write((tx) => claimDaily(tx, { userId, amount, now }));
}

test("the day's Buzz comes once a day, and the page says when the next does", async () => {
  expect(await claimState(1, noon)).toEqual({ claimed: false, next: newYear });
  expect(await claim(noon)).toEqual({ ok: true, next: newYear });
  expect(await claimState(1, noon)).toEqual({ claimed: true, next: newYear });
  expect(await claim(new Date("2026-12-31T23:59:59.999Z"))).toEqual({
    ok: false,
    reason: "claimed-today",
    next: newYear,
  });
  expect(await balanceOf(reader(), wallet(1))).toBe(100);
});

test("the day turns at midnight UTC, however short ago the last claim was", async () => {
  await claim(new Date(newYear.getTime() - 1));
  expect(await claim(newYear)).toMatchObject({ ok: true });
  expect(await balanceOf(reader(), wallet(1))).toBe(200);
});

test("a day that comes again because the clock was set back, or one before it, brings nothing", async () => {
  await claim(newYear);
  expect(await claim(noon)).toMatchObject({ reason: "claimed-today" });
  expect(await claim(newYear)).toMatchObject({ reason: "claimed-today" });
  expect(await claim(noon, { userId: 2 })).toMatchObject({ ok: true });
});

test("twenty claims at once count once", async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => claim(noon)));
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  expect(await balanceOf(reader(), wallet(1))).toBe(100);
});

test("a claim is one person's only", async () => {
  await claim(noon);
  expect(await claim(noon, { userId: 2 })).toMatchObject({ ok: true });
});

test("when the amount changes during the day, who has claimed is still refused", async () => {
  await claim(noon);
  expect(await claim(noon, { amount: 250 })).toMatchObject({ reason: "claimed-today" });
  expect(await balanceOf(reader(), wallet(1))).toBe(100);
});
