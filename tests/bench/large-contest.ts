import { handle } from "~/db/client";
import type { BoundedRating } from "~/domain/crucible/elo";
import { replayRatings } from "~/domain/crucible/rating/replaying";
import { seededRandom } from "~/domain/contest/random";
import { createTestCrucible, START } from "../test-crucible";

const ENTRIES = 10_000;
const JUDGES = 2_000;
const FEE = 10;
const FIRST_ENTRANT = 2_000_000;
const FIRST_JUDGE = 1_000_000;

/**
 * A crucible of 10,000 paid entries, each somebody else's, that is over. Neighbours in a hidden order meet more often, as
 * they do under title matches; votes follow the order, most of the time.
 */
export function drawLargeContest(votes: number) {
  const owner = (number: number) => FIRST_ENTRANT + number;
  const { id, entries } = createTestCrucible({
    entries: ENTRIES,
    owner,
    crucible: { vote_count: votes, entry_fee: FEE, entrant_count: ENTRIES },
  });
  const { writer } = handle();
  writer.exec("DROP INDEX pairs_once; BEGIN");
  for (const [first, count] of [
    [FIRST_ENTRANT + 1, ENTRIES],
    [FIRST_JUDGE, JUDGES],
  ] as const)
    addPeople(first, count);
  payFees();
  const ratings = castAll(id, entries, votes);
  const rate = writer.prepare("UPDATE entries SET elo = ?, votes = ?, wins = ?, losses = ? WHERE id = ?");
  for (const [entry, { elo, votes, wins, losses }] of ratings) rate.run(elo, votes, wins, losses, entry);
  writer.exec("COMMIT");
  return id;
}

function addPeople(first: number, count: number) {
  const { writer } = handle();
  const person = writer.prepare("INSERT INTO users (id, username, created_at) VALUES (?, 'person-' || ?, ?)");
  const account = writer.prepare(
    "INSERT INTO accounts (kind, owner_kind, owner_id, created_at) VALUES ('user', 'user', ?, ?)",
  );
  for (let id = first; id < first + count; id += 1) {
    person.run(id, id, START.getTime());
    account.run(id, START.getTime());
  }
}

function payFees() {
  const { writer } = handle();
  const pay =
    writer.prepare(`INSERT INTO transfers (idempotency_key, kind, debit_account, credit_account, amount, subject, created_at)
    SELECT @kind || ':' || e.id, @kind, payer.id, payee.id, ${FEE}, 'crucible:' || e.crucible_id, e.created_at
    FROM entries e JOIN accounts payer ON payer.kind = @from AND payer.owner_id = iif(@from = 'mint', 0, e.entrant_id)
      JOIN accounts payee ON payee.kind = @to AND payee.owner_id = iif(@to = 'escrow', e.crucible_id, e.entrant_id)
    ORDER BY e.id`);
  pay.run({ kind: "grant", from: "mint", to: "user" });
  pay.run({ kind: "entry-fee", from: "user", to: "escrow" });
  writer.exec(
    `UPDATE entries SET fee = ${FEE}, fee_transfer_id = (SELECT id FROM transfers WHERE idempotency_key = 'entry-fee:' || entries.id)`,
  );
}

function castAll(crucible: number, entries: number[], votes: number) {
  const random = seededRandom(votes);
  const { writer } = handle();
  const pair =
    writer.prepare(`INSERT INTO pairs (token, crucible_id, judge_id, left_entry, right_entry, low_entry, high_entry, state, served_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, 'voted', ?)`);
  const vote =
    writer.prepare(`INSERT INTO votes (crucible_id, pair_id, judge_id, winner_id, loser_id, side, weight, reasons, skips, duration_ms,
    control, winner_elo, winner_info, loser_elo, loser_info, created_at) VALUES (?, ?, ?, ?, ?, 'left', 1, '[]', 0, ?, 0, 1500, 0, 1500, 0, ?)`);
  const ratings = new Map<number, BoundedRating>();
  const had = new Set<number>();
  for (let nth = 0; nth < votes;) {
    const a = Math.floor(random() * ENTRIES);
    const b = Math.min(ENTRIES - 1, Math.max(0, a + Math.round((random() - 0.5) * 2000) || 1));
    const other = a === b ? (a + 1) % ENTRIES : b;
    const judge = Math.floor(random() * JUDGES);
    const served = (judge * ENTRIES + Math.min(a, other)) * ENTRIES + Math.max(a, other);
    if (had.size === had.add(served).size) continue; // nobody gets a pair twice
    const first = random() < 1 / (1 + Math.exp((a - other) / 2000));
    const [winner, loser] = first ? [entries[a]!, entries[other]!] : [entries[other]!, entries[a]!];
    const at = START.getTime() + Math.floor((nth / votes) * 2.8e7);
    const made = pair.run(
      `${nth}`,
      crucible,
      FIRST_JUDGE + judge,
      winner,
      loser,
      Math.min(winner, loser),
      Math.max(winner, loser),
      at,
    );
    replayRatings([{ winner, loser, weight: 1 }], ratings);
    vote.run(
      crucible,
      made.lastInsertRowid,
      FIRST_JUDGE + judge,
      winner,
      loser,
      3000 + Math.floor(random() * 4000),
      at,
    );
    nth += 1;
  }
  return ratings;
}
