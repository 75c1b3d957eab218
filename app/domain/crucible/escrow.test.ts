import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { handle, reader } from "~/db/client";
import { crucibles } from "~/db/schema/crucible";
import { accounts } from "~/db/schema/wallet";
import { write } from "~/db/write";
import { escrow, mint, openAccount, wallet } from "~/domain/wallet/accounts.server";
import { refund } from "~/domain/wallet/refunding.server";
import { transfer } from "~/domain/wallet/transferring.server";
import { useDatabase } from "~/tests/database";
import { hoursLater, makePerson, NOON, openTestCrucible, putEntry } from "~/tests/factories";
import { cancelCrucible } from "./settling/canceling.server";

useDatabase();

function sql(statement: string) {
  return () => handle().writer.exec(statement);
}

async function cancelled() {
  const [creator, entrant] = [await makePerson(), await makePerson()];
  const crucibleId = await openTestCrucible(creator, { entryFee: 50 });
  await putEntry(crucibleId, entrant);
  await write((tx) => cancelCrucible(tx, { moderatorId: creator, crucibleId, reason: "a test", now: hoursLater(1) }));
  return { crucibleId, entrant };
}

test("the escrow of a crucible that is over is empty and closed: nothing comes in or goes out again", async () => {
  const { crucibleId, entrant } = await cancelled();
  const crucible = await reader().query.crucibles.findFirst({ where: eq(crucibles.id, crucibleId) });
  const account = await reader().query.accounts.findFirst({ where: eq(accounts.id, crucible!.escrowId!) });
  expect(account).toMatchObject({
    kind: "escrow",
    ownerKind: "crucible",
    ownerId: crucibleId,
    balance: 0,
    closed: true,
  });

  const fee = {
    key: "late:1",
    kind: "entry-fee",
    from: wallet(entrant),
    to: escrow(`crucible:${crucibleId}`),
  } as const;
  const late = write((tx) =>
    transfer(tx, { ...fee, amount: 5, subject: `crucible:${crucibleId}`, actorId: entrant, now: NOON }),
  );
  await expect(late).rejects.toThrow("ledger: this account is closed");
});

test("a prize is not taken back into a crucible that is over", async () => {
  const { entrant } = await cancelled();
  const prize = await write((tx) =>
    transfer(tx, {
      key: "prize:claim:1",
      kind: "prize",
      from: mint,
      to: wallet(entrant),
      amount: 5,
      subject: `user:${entrant}`,
      actorId: null,
      now: NOON,
    }),
  );
  const back = write((tx) =>
    refund(tx, { transferId: prize.ok ? prize.transferId : 0, actorId: 1, reason: "", now: NOON }),
  );
  await expect(back).rejects.toThrow("ledger: this kind is not refunded");
});

test("with Buzz in its escrow a crucible is not over, on any connection", async () => {
  const [creator, entrant] = [await makePerson(), await makePerson()];
  const id = await openTestCrucible(creator, { entryFee: 50 });
  await putEntry(id, entrant);
  for (const or of ["", "OR IGNORE", "OR FAIL", "OR REPLACE"]) {
    const end = sql(`UPDATE ${or} crucibles SET status = 'cancelled', cancel_reason = 'x' WHERE id = ${id}`);
    expect(end).toThrow("crucible: escrow must be empty when it is over");
  }
  // A change of state that another rule skips leaves the escrow open.
  const empty = await openTestCrucible(creator);
  sql(`UPDATE OR IGNORE crucibles SET status = 'cancelled' WHERE id = ${empty}`)();
  const { escrowId } = (await reader().query.crucibles.findFirst({ where: eq(crucibles.id, empty) }))!;
  expect(await reader().query.accounts.findFirst({ where: eq(accounts.id, escrowId!) })).toMatchObject({
    closed: false,
  });
});

test("a crucible's escrow is its own, from its opening on", async () => {
  const creator = await makePerson();
  const [mine, other] = [await openTestCrucible(creator), await openTestCrucible(creator)];
  const stolen = `(SELECT escrow_id FROM crucibles WHERE id = ${other})`;
  for (const to of [stolen, "NULL", "(SELECT min(id) FROM accounts)"]) {
    expect(sql(`UPDATE crucibles SET escrow_id = ${to} WHERE id = ${mine}`)).toThrow(
      "its escrow is its own, and stays",
    );
  }
  const columns = handle().writer.prepare("SELECT name FROM pragma_table_info('crucibles')").pluck().all() as string[];
  const copied = columns.filter((name) => name !== "id" && name !== "request_key").join(", ");
  const copy = `INSERT INTO crucibles (request_key, ${copied}) SELECT 'copy', ${copied} FROM crucibles WHERE id = ${mine}`;
  expect(sql(copy)).toThrow("its escrow is opened after it");
});

test("a crucible without an escrow cannot end", async () => {
  const creator = await makePerson();
  const mine = await openTestCrucible(creator);
  const columns = handle().writer.prepare("SELECT name FROM pragma_table_info('crucibles')").pluck().all() as string[];
  const copied = columns.filter((name) => !["id", "request_key", "escrow_id"].includes(name)).join(", ");
  sql(`INSERT INTO crucibles (request_key, ${copied}) SELECT 'copy', ${copied} FROM crucibles WHERE id = ${mine}`)();
  const end = (id: number) => sql(`UPDATE crucibles SET status = 'cancelled', cancel_reason = 'x' WHERE id = ${id}`);
  expect(end(mine + 1)).toThrow("crucible: escrow must be empty when it is over");
  await write((tx) => openAccount(tx, { holder: escrow(`crucible:${mine + 1}`), now: NOON }));
  expect(end(mine + 1)).toThrow("crucible: escrow must be empty when it is over");
});
