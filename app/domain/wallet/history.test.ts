import { beforeEach, expect, test } from "vitest";
import { write } from "~/db/write";
import { useDatabase } from "~/tests/database";
import { escrow, house, mint, openAccount, wallet } from "./accounts.server";
import type { Holder } from "./accounts.server";
import { walletSummary, readHistory, readStatement } from "./history.server";
import { refund } from "./refunding.server";
import { HISTORY_PAGE, HistoryFilters } from "./schema";
import { transfer } from "./transferring.server";
import type { Payment } from "./transferring.server";

useDatabase();
const start = new Date("2026-03-01T00:00:00Z");
let count = 0;

beforeEach(async () => {
  count = 0;
  for (const holder of [wallet(1), wallet(2), escrow("crucible:7"), escrow("crucible:8")]) {
    await write((tx) => openAccount(tx, { holder, now: start }));
  }
  await move("grant", mint, wallet(1), 1000);
});

/** One movement each hour. */
async function move(kind: Payment["kind"], from: Holder, to: Holder, amount: number) {
  const now = new Date(start.getTime() + 3_600_000 * count++);
  const deed = { key: `${kind}:${count}`, kind, from, to, amount, subject: "crucible:7", actorId: null, now } as const;
  const paid = await write((tx) => transfer(tx, deed));
  if (!paid.ok) throw new Error(paid.reason);
  return paid.transferId;
}

test("held is what one has in pools that are not paid out: not what came back, not what others put in", async () => {
  await move("grant", mint, wallet(2), 500);
  expect(await walletSummary(1)).toEqual({ balance: 1000, held: 0 });
  await move("entry-fee", wallet(1), escrow("crucible:7"), 60);
  const second = await move("entry-fee", wallet(1), escrow("crucible:8"), 40);
  await move("entry-fee", wallet(2), escrow("crucible:8"), 300);
  expect(await walletSummary(1)).toEqual({ balance: 900, held: 100 });

  await write((tx) => refund(tx, { transferId: second, actorId: 1, reason: "withdrawn", now: start }));
  expect(await walletSummary(1)).toEqual({ balance: 940, held: 60 });

  await move("prize", escrow("crucible:7"), wallet(2), 59);
  await move("remainder", escrow("crucible:7"), house, 1);
  expect(await walletSummary(1)).toEqual({ balance: 940, held: 0 });
  expect(await walletSummary(2)).toEqual({ balance: 259, held: 300 });
});

test("a setup fee is spent, not held", async () => {
  await move("setup-fee", wallet(1), house, 500);
  expect(await walletSummary(1)).toEqual({ balance: 500, held: 0 });
});

test("history has the newest first, signed from its owner's side, with what was there after each", async () => {
  await move("entry-fee", wallet(1), escrow("crucible:7"), 60);
  await move("prize", escrow("crucible:7"), wallet(1), 50);
  const { rows, next } = await readHistory(1, {});
  expect(rows.map(({ kind, signed, balance }) => [kind, signed, balance])).toEqual([
    ["prize", 50, 990],
    ["entry-fee", -60, 940],
    ["grant", 1000, 1000],
  ]);
  expect(rows[0]).toMatchObject({ subject: "crucible:7", reason: "", createdAt: new Date("2026-03-01T02:00:00Z") });
  expect(next).toBeNull();
});

test("nobody sees another's movements", async () => {
  expect(await readHistory(2, {})).toEqual({ rows: [], next: null });
  await expect(readHistory(3, {})).rejects.toThrow("No user account for 3.");
});

test("pages follow each other without a row twice or missing, while new ones arrive", async () => {
  for (let i = 0; i < 2 * HISTORY_PAGE; i++) await move("entry-fee", wallet(1), escrow("crucible:7"), 1);
  const seen: { id: number; balance: number }[] = [];
  let before: number | undefined;
  for (let page = 0; page < 3; page++) {
    const { rows, next } = await readHistory(1, { before });
    seen.push(...rows);
    await move("prize", escrow("crucible:7"), wallet(1), 1);
    before = next ?? undefined;
  }
  expect(before).toBeUndefined();
  expect(seen.map(({ balance }) => balance)).toEqual(Array.from({ length: 61 }, (_, i) => 940 + i));
  expect(new Set(seen.map(({ id }) => id)).size).toBe(61);
});

test("a page that is exactly full is the last one", async () => {
  for (let i = 1; i < HISTORY_PAGE; i++) await move("entry-fee", wallet(1), escrow("crucible:7"), 1);
  const { rows, next } = await readHistory(1, {});
  expect([rows.length, next]).toEqual([HISTORY_PAGE, null]);
});

test("filtered by kind, each row still has the balance that was really there", async () => {
  for (const amount of [10, 20]) {
    await move("entry-fee", wallet(1), escrow("crucible:7"), amount);
    await move("prize", escrow("crucible:7"), wallet(1), 5);
  }
  const { rows } = await readHistory(1, { kind: "entry-fee" });
  expect(rows.map(({ signed, balance }) => [signed, balance])).toEqual([
    [-20, 975],
    [-10, 990],
  ]);
});

test("a range of days counts both of its ends, in UTC", async () => {
  for (let hour = 1; hour <= 49; hour++) await move("entry-fee", wallet(1), escrow("crucible:7"), 1);
  const days = async (from?: string, to?: string) => (await readStatement(1, { from, to })).length;
  expect(await days("2026-03-01", "2026-03-01")).toBe(24);
  expect(await days("2026-03-02", "2026-03-03")).toBe(26);
  expect(await days(undefined, "2026-02-28")).toBe(0);
  expect(await days("2026-03-03")).toBe(2);
});

test("a statement has everything, whatever page one stands on", async () => {
  for (let i = 0; i < HISTORY_PAGE + 5; i++) await move("entry-fee", wallet(1), escrow("crucible:7"), 1);
  const rows = await readStatement(1, { before: 3 });
  expect(rows).toHaveLength(HISTORY_PAGE + 6);
  expect([rows[0]!.balance, rows.at(-1)!.balance]).toEqual([965, 1000]);
});

test("the filters in an address are checked, and an empty field is no filter", () => {
  expect(HistoryFilters.parse({ kind: "", from: "", to: "", before: "" })).toEqual({});
  expect(HistoryFilters.parse({ kind: "prize", from: "2026-02-28", to: "2026-02-28", before: "12" })).toEqual({
    kind: "prize",
    from: "2026-02-28",
    to: "2026-02-28",
    before: 12,
  });
});

test("what an address carries besides the filters is ignored", () => {
  expect(HistoryFilters.parse({ utm_source: "elsewhere", page: "2", kind: "prize" })).toEqual({ kind: "prize" });
});

test.each([
  { kind: "theft" },
  { from: "2026-02-30" },
  { to: "yesterday" },
  { before: "-1" },
  { before: "1.5" },
  { from: "2026-03-02", to: "2026-03-01" },
])("%j is not a filter", (filter) => {
  expect(HistoryFilters.safeParse(filter).success).toBe(false);
});
