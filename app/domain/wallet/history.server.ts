import { and, desc, eq, exists, gt, gte, inArray, lt, notExists, sql } from "drizzle-orm";
import { alias, unionAll } from "drizzle-orm/sqlite-core";
import { reader } from "~/db/client";
import { prepared } from "~/db/prepared";
import { accountKindRows, accounts, transfers } from "~/db/schema/wallet";
import { accountOf, balanceOf, blueWallet, wallet } from "./accounts.server";
import { owedBy } from "./owing.server";
import { HISTORY_PAGE } from "./schema";
import type { HistoryFilter } from "./schema";
import { withBalances } from "./statement";

const DAY = 86_400_000;
const EVERYTHING = -1;

/** Whole Buzz: what a person has, and what they have put where it is not paid out yet. */
export async function walletSummary(userId: number) {
  const { balance } = await accountOf(reader(), wallet(userId));
  return { balance, held: await heldBy(userId) };
}

/** Whole Buzz that few people have: blue, and what is owed. */
export async function rareBalances(userId: number) {
  return { blue: await balanceOf(reader(), blueWallet(userId)), owed: await owedBy(reader(), userId) };
}

/** A page of a person's movements, newest first, and the cursor of the next page (null on the last one). */
export async function readHistory(userId: number, filter: HistoryFilter) {
  const account = await accountOf(reader(), wallet(userId));
  const found = await transactions(account.id, filter, HISTORY_PAGE + 1);
  const page = found.slice(0, HISTORY_PAGE);
  const oldest = page.at(-1);
  const since = oldest ? await amountsFrom(account.id, oldest.id) : [];
  return { rows: withBalances(page, since, account.balance), next: found.length > page.length ? oldest!.id : null };
}

/** Every movement of a person that the filter lets through, newest first. */
export async function readStatement(userId: number, filter: HistoryFilter) {
  const account = await accountOf(reader(), wallet(userId));
  const rows = await transactions(account.id, { ...filter, before: undefined }, EVERYTHING);
  return withBalances(rows, await amountsFrom(account.id, 0), account.balance);
}

/** Paid by the person and not refunded, into accounts that still hold something: they are empty once it is decided. */
async function heldBy(userId: number) {
  return (await queries(reader()).held.get({ userId }))!.held;
}

// Every page shows it.
const queries = prepared((db) => {
  const back = alias(transfers, "back");
  const open = db
    .select({ id: accounts.id })
    .from(accounts)
    .innerJoin(accountKindRows, eq(accountKindRows.kind, accounts.kind))
    .where(and(eq(accounts.id, transfers.creditAccount), eq(accountKindRows.holds, true), gt(accounts.balance, 0)));
  const refunded = db.select({ id: back.id }).from(back).where(eq(back.refundOf, transfers.id));
  const mine = alias(accounts, "mine");
  const wallets = db
    .select({ id: mine.id })
    .from(mine)
    .where(and(eq(mine.kind, "user"), eq(mine.ownerKind, "user"), eq(mine.ownerId, sql.placeholder("userId"))));
  const held = sql<number>`coalesce(sum(${transfers.amount}), 0)`;
  return {
    held: db
      .select({ held })
      .from(transfers)
      .where(and(inArray(transfers.debitAccount, wallets), exists(open), notExists(refunded)))
      .prepare(),
  };
});

// Two walks down an index each, merged by SQLite: a page costs what it shows, however long the history.
async function transactions(accountId: number, filter: HistoryFilter, limit: number) {
  const where = conditions(filter);
  return unionAll(
    signed(-1).where(and(eq(transfers.debitAccount, accountId), where)),
    signed(1).where(and(eq(transfers.creditAccount, accountId), where)),
  )
    .orderBy(desc(transfers.id))
    .limit(limit);
}

function signed(sign: 1 | -1) {
  return reader()
    .select({
      id: transfers.id,
      kind: transfers.kind,
      signed: sql<number>`${transfers.amount} * ${sql.raw(String(sign))}`.as("signed"),
      subject: transfers.subject,
      reason: transfers.reason,
      createdAt: transfers.createdAt,
    })
    .from(transfers);
}

function conditions({ kind, from, to, before }: HistoryFilter) {
  return and(
    kind ? eq(transfers.kind, kind) : undefined,
    from ? gte(transfers.createdAt, new Date(from)) : undefined,
    to ? lt(transfers.createdAt, new Date(Date.parse(to) + DAY)) : undefined,
    before ? lt(transfers.id, before) : undefined,
  );
}

/** The signed amounts of all movements from `id` on, newest first. */
function amountsFrom(accountId: number, id: number) {
  return reader().all<{ id: number; signed: number }>(sql`
    SELECT id, -amount AS signed FROM transfers WHERE debit_account = ${accountId} AND id >= ${id}
    UNION ALL SELECT id, amount FROM transfers WHERE credit_account = ${accountId} AND id >= ${id}
    ORDER BY id DESC`);
}
