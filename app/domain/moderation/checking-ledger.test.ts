import { beforeEach, expect, test } from "vitest";
import { handle, reader } from "~/db/client";
import { events } from "~/db/schema/event";
import { useDatabase } from "~/tests/database";
import { seedLedger } from "~/tests/faults/ledger/model";
import { auditLedger } from "./checking-ledger.server";

useDatabase();
beforeEach(seedLedger);
const now = new Date("2026-01-03T03:00:00Z");

function alarms() {
  return reader().select().from(events);
}

test("a ledger in order alarms nobody", async () => {
  expect(await auditLedger({ now })).toMatchObject({ ok: true, accounts: 7, transfers: 5 });
  expect(await alarms()).toEqual([]);
});

test("a mismatch is written down where moderators hear of it, and nothing is repaired", async () => {
  handle().writer.exec("DROP TRIGGER accounts_lockstep; UPDATE accounts SET balance = balance + 5 WHERE id = 3");
  const report = await auditLedger({ now });
  const mismatches = [{ accountId: 3, balance: 465, counted: 460 }];
  expect(report).toMatchObject({ ok: false, sum: 5, mismatches });
  expect(await alarms()).toMatchObject([
    {
      kind: "ledger-mismatch",
      subject: "account:3",
      actorId: null,
      createdAt: now,
      data: { sum: 5, count: 1, mismatches },
    },
  ]);
  expect(await auditLedger({ now })).toEqual(report);
});

test("when everything is wrong the event still names only the first twenty", async () => {
  const { writer } = handle();
  const open = writer.prepare(
    "INSERT INTO accounts (kind, owner_kind, owner_id, created_at) VALUES ('user', 'user', ?, 0)",
  );
  for (let id = 100; id < 130; id++) open.run(id);
  writer.exec("DROP TRIGGER accounts_lockstep; UPDATE accounts SET balance = balance + 1");
  expect((await auditLedger({ now })).mismatches).toHaveLength(37);
  const [alarm] = await alarms();
  expect(alarm!.data.count).toBe(37);
  expect(alarm!.data.mismatches).toHaveLength(20);
});
