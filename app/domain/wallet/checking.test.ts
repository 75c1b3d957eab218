import { beforeEach, expect, test } from "vitest";
import { handle } from "~/db/client";
import { useDatabase } from "~/tests/database";
import { seedLedger } from "~/tests/faults/ledger/model";
import { checkLedger, checkLedgerInWorker } from "./checking.server";

useDatabase();
beforeEach(seedLedger);

/** What only a broken disk or a hand in the file could do: change it with the guards out of the way. */
function damage(sql: string, ...guards: string[]) {
  for (const guard of guards) handle().writer.exec(`DROP TRIGGER ${guard}`);
  handle().writer.pragma("foreign_keys = OFF");
  handle().writer.pragma("ignore_check_constraints = ON");
  handle().writer.exec(sql);
}

test("a ledger in order is counted and found in order", () => {
  expect(checkLedger()).toEqual({ ok: true, accounts: 7, transfers: 5, sum: 0, mismatches: [] });
});

test("a large ledger is counted in a thread of its own, and comes out the same", async () => {
  handle().writer
    .exec(`INSERT INTO transfers (idempotency_key, kind, debit_account, credit_account, amount, subject, created_at)
    WITH RECURSIVE nth(n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM nth WHERE n < 10000)
    SELECT 'many:' || n, 'grant', (SELECT id FROM accounts WHERE kind = 'mint'), 3, 1, 'user:1', 0 FROM nth`);
  damage("UPDATE accounts SET balance = balance + 5 WHERE id = 3", "accounts_lockstep");
  const report = await checkLedgerInWorker();
  expect(report).toMatchObject({ ok: false, transfers: 10_005, mismatches: [{ accountId: 3, balance: 10_465 }] });
  expect(report).toEqual(checkLedger());
});

test("a balance that is not its transfers is reported, and left as it is", () => {
  damage("UPDATE accounts SET balance = balance + 5 WHERE id = 3", "accounts_lockstep");
  const report = checkLedger();
  expect(report).toMatchObject({ ok: false, sum: 5, mismatches: [{ accountId: 3, balance: 465, counted: 460 }] });
  expect(checkLedger()).toEqual(report);
});

test("Buzz moved from one balance to another without a transfer is found, though the sum is still 0", () => {
  damage(
    "UPDATE accounts SET balance = balance + CASE id WHEN 3 THEN -7 ELSE 7 END WHERE id IN (3, 4)",
    "accounts_lockstep",
  );
  expect(checkLedger()).toMatchObject({ ok: false, sum: 0, mismatches: [{ accountId: 3 }, { accountId: 4 }] });
});

test("a lost transfer is found on both of its accounts", () => {
  damage("DELETE FROM transfers WHERE id = 3", "transfers_no_delete");
  expect(checkLedger()).toMatchObject({ ok: false, transfers: 4, mismatches: [{ accountId: 3 }, { accountId: 6 }] });
});

test("a changed amount is found", () => {
  damage("UPDATE transfers SET amount = 41 WHERE id = 3", "transfers_no_update");
  expect(checkLedger()).toMatchObject({
    mismatches: [
      { accountId: 3, counted: 459 },
      { accountId: 6, counted: 41 },
    ],
  });
});

test("a lost account is found by its transfers", () => {
  damage("DELETE FROM accounts WHERE id = 6", "accounts_no_delete");
  expect(checkLedger()).toMatchObject({ sum: -40, mismatches: [{ accountId: 6, balance: null, counted: 40 }] });
});

test("a debt is found, even when its transfers agree with it", () => {
  damage(
    `INSERT INTO transfers (idempotency_key, kind, debit_account, credit_account, amount, subject, created_at)
      VALUES ('theft:1', 'prize', 5, 3, 10, 'user:1', 0)`,
    "transfers_new",
  );
  expect(checkLedger()).toMatchObject({ sum: 0, mismatches: [{ accountId: 5, balance: -10, counted: -10 }] });
});

test("an account that has forgotten its last transfer could take it twice, and is found", () => {
  damage("UPDATE accounts SET last_transfer_id = 1 WHERE id = 4", "accounts_lockstep");
  expect(checkLedger()).toMatchObject({ mismatches: [{ accountId: 4, balance: 50, counted: 50 }] });
});

test("a closed account with Buzz in it is found, and a debt that has become a purse", () => {
  damage("UPDATE accounts SET closed = 1 WHERE id = 6", "accounts_closing");
  expect(checkLedger()).toMatchObject({ sum: 0, mismatches: [{ accountId: 6, balance: 40, counted: 40 }] });
  damage(
    "UPDATE accounts SET closed = 0 WHERE id = 6; UPDATE accounts SET kind = 'debt' WHERE id = 4",
    "accounts_identity",
  );
  expect(checkLedger()).toMatchObject({ sum: 0, mismatches: [{ accountId: 4, balance: 50, counted: 50 }] });
});
