import Database from "better-sqlite3";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { migrateDatabase } from "~/db/migrate";

const BEFORE = "0004_ledger_kinds";
const CRUCIBLES = 40;
const FEE = 10;

/** A copy of the migrations that were there before the ledger's kinds. */
function earlierMigrations(folder: string) {
  const to = join(folder, "migrations-before");
  cpSync("db/migrations", to, { recursive: true });
  const path = join(to, "meta/_journal.json");
  const journal = JSON.parse(readFileSync(path, "utf8")) as { entries: { tag: string }[] };
  const first = journal.entries.findIndex(({ tag }) => tag === BEFORE);
  writeFileSync(path, JSON.stringify({ ...journal, entries: journal.entries.slice(0, first) }));
  return to;
}

/** A site of that time with about so many transfers, every one of them made under the guards of that time. */
export async function makeOldSite(file: string, folder: string, count: number) {
  await migrateDatabase({ file, folder: earlierMigrations(folder) });
  const sqlite = new Database(file);
  sqlite.pragma("synchronous = OFF");
  sqlite.exec("BEGIN");
  addPeople(sqlite, Math.max(CRUCIBLES, Math.ceil(count / 20)));
  addCrucibles(sqlite);
  moveBuzz(sqlite, count);
  endCrucibles(sqlite);
  sqlite.exec("COMMIT");
  sqlite.close();
}

function addPeople(sqlite: Database.Database, people: number) {
  sqlite.exec(`
    WITH RECURSIVE nth(n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM nth WHERE n < ${people})
    INSERT INTO users (username, created_at) SELECT 'person-' || n, n FROM nth;
    INSERT INTO accounts (kind, owner_id, created_at) SELECT 'user', id, created_at FROM users ORDER BY id`);
}

function addCrucibles(sqlite: Database.Database) {
  sqlite.exec(`
    INSERT INTO crucibles (creator_id, request_key, status, name, duration_hours, starts_at, ends_at, entries_close_at,
      entry_fee, setup_fee, entries_per_person, levels, media_kinds, prizes, log_salt, created_at)
    SELECT id, 'key-' || id, 'active', 'Crucible ' || id, 8, 1, 100, 90, ${FEE}, 0, 100, 31, 3, '[50,30,20]', 'salt', 1
    FROM users WHERE id <= ${CRUCIBLES} ORDER BY id;
    INSERT INTO accounts (kind, owner_id, created_at) SELECT 'escrow', id, 1 FROM crucibles ORDER BY id`);
}

function moveBuzz(sqlite: Database.Database, count: number) {
  const move = (kind: string, debit: string, credit: string, { amount = FEE, where = "true", most = -1 } = {}) =>
    sqlite.exec(`
    INSERT INTO transfers (idempotency_key, kind, debit_account, credit_account, amount, subject, actor_id, reason, created_at)
    SELECT '${kind}:' || u.id || ':' || (SELECT count(*) FROM transfers), '${kind}', ${debit}, ${credit}, ${amount},
      'user:' || u.id, iif(u.id % 3, u.id, NULL), iif(u.id % 5, '', 'a reason'), u.id
    FROM users u WHERE ${where} ORDER BY u.id LIMIT ${most}`);
  const own = "(SELECT id FROM accounts WHERE kind = 'user' AND owner_id = u.id)";
  const escrow = `(SELECT id FROM accounts WHERE kind = 'escrow' AND owner_id = 1 + u.id % ${CRUCIBLES})`;
  const moved = () => sqlite.prepare("SELECT count(*) FROM transfers").pluck().get() as number;
  move("grant", "1", own, { amount: 1000 });
  move("setup-fee", own, "2", { where: "u.id % 7 = 0" });
  // A tenth is left for refunds and prizes.
  while (moved() < count * 0.9) {
    const most = Math.ceil(count * 0.9 - moved());
    move("entry-fee", own, escrow, { most });
    if (most > 1) move("daily", "1", own, { where: "u.id % 4 = 0", most: most - 1 });
  }
}

/** A third is paid out, a third canceled, a third runs on. */
function endCrucibles(sqlite: Database.Database) {
  sqlite.exec(`
    INSERT INTO transfers (idempotency_key, kind, debit_account, credit_account, amount, subject, refund_of, created_at)
    SELECT 'refund:' || t.id, 'refund', t.credit_account, t.debit_account, t.amount, t.subject, t.id, t.created_at
    FROM transfers t JOIN accounts e ON e.id = t.credit_account AND e.kind = 'escrow' AND e.owner_id % 3 = 1
    ORDER BY t.id;
    INSERT INTO transfers (idempotency_key, kind, debit_account, credit_account, amount, subject, created_at)
    SELECT 'prize:' || e.owner_id, 'prize', e.id, (SELECT id FROM accounts WHERE kind = 'user' AND owner_id = e.owner_id),
      e.balance - 1, 'crucible:' || e.owner_id, 200
    FROM accounts e WHERE e.kind = 'escrow' AND e.owner_id % 3 = 2 AND e.balance > 1;
    INSERT INTO transfers (idempotency_key, kind, debit_account, credit_account, amount, subject, created_at)
    SELECT 'remainder:' || e.owner_id, 'remainder', e.id, 2, e.balance, 'crucible:' || e.owner_id, 200
    FROM accounts e WHERE e.kind = 'escrow' AND e.owner_id % 3 = 2 AND e.balance > 0;
    UPDATE crucibles SET status = 'cancelled', cancel_reason = 'a test' WHERE id % 3 = 1;
    UPDATE crucibles SET status = 'finalizing' WHERE id % 3 = 2;
    UPDATE crucibles SET status = 'completed', outcome = 'paid' WHERE id % 3 = 2`);
}

/** Whatever of the ledger must come out of a migration as it went in, and the schema's own version. */
export function fingerprint(file: string) {
  const sqlite = new Database(file, { readonly: true });
  try {
    const rows = (sql: string) => sqlite.prepare(sql).raw().all();
    return {
      accounts: rows("SELECT id, kind, owner_id, balance, last_transfer_id, created_at FROM accounts ORDER BY id"),
      transfers:
        rows(`SELECT id, idempotency_key, kind, debit_account, credit_account, amount, subject, actor_id, reason,
        refund_of, created_at FROM transfers ORDER BY id`),
      numbering: rows("SELECT name, seq FROM sqlite_sequence WHERE name IN ('accounts', 'transfers') ORDER BY name"),
    };
  } finally {
    sqlite.close();
  }
}
