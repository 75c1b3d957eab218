import { describe, expect, test } from "vitest";
import { type Row, seal } from "~/domain/contest/chain";
import { finalOrder } from "../rating/final-order";
import { seededRandom } from "~/domain/contest/random";
import { replayRatings } from "../rating/replaying";
import { verifyLog } from "./verifying";

test("an honest log checks out, with its own head and with the published one", () => {
  const { lines, head } = seal(rows());
  expect(verifyLog(lines)).toEqual({ ok: true, head, entries: 5, votes: 81, places: 5, paid: 500 });
  expect(verifyLog(lines, head)).toMatchObject({ ok: true });
  expect(verifyLog(lines, "f".repeat(64))).toMatchObject({
    ok: false,
    difference: expect.stringContaining("the log's head is"),
  });
});

describe("a log that was changed after it was sealed", () => {
  test.each([
    ["a vote", "vote", (line: string) => line.replace(/"side":"\w+"/, '"side":"above"')],
    ["a weight", "vote", (line: string) => line.replace('"weight":1', '"weight":0.9')],
    ["a payout", "transfer", (line: string) => line.replace(/"amount":\d+/, '"amount":9')],
    ["a standing", "standing", (line: string) => line.replace(/"place":\d+/, '"place":9')],
  ])("is detected by the hash chain: %s", (_, type, change) => {
    const { lines } = seal(rows());
    const at = lines.findLastIndex((line) => line.includes(`"type":"${type}"`));
    const changed = lines.with(at, change(lines[at]!));
    expect(changed).not.toEqual(lines);
    expect(verifyLog(changed)).toMatchObject({ ok: false, line: at + 1, difference: expect.stringContaining("chain") });
  });

  test("is detected by the hash chain: two votes in another order", () => {
    const { lines } = seal(rows());
    const swapped = lines.with(20, lines[21]!).with(21, lines[20]!);
    expect(verifyLog(swapped)).toMatchObject({ ok: false, line: 21 });
  });
});

describe("a log that was changed and sealed again is detected by recounting", () => {
  test.each<[string, Row["type"], (row: Row) => Row, string]>([
    [
      "the winner of a vote",
      "vote",
      (row) => ({ ...row, winner: row.loser!, loser: row.winner! }),
      "settled, this vote",
    ],
    ["the weight of a vote", "vote", (row) => ({ ...row, weight: 0.25 }), "when cast, this vote should weigh 1"],
    ["the settled weight", "vote", (row) => ({ ...row, settledWeight: 0.1 }), "settled, this vote should weigh"],
    ["skips hidden", "vote", (row) => ({ ...row, skips: 3 }), "when cast, this vote should weigh 0.25"],
    ["a live rating", "standing", (row) => ({ ...row, live: Number(row.live) + 1 }), "live should be"],
    ["a settled rating", "standing", (row) => ({ ...row, settled: Number(row.settled) + 0.01 }), "settled should be"],
    ["a prize", "standing", (row) => ({ ...row, prize: 77 }), "prize should be"],
    ["a fee", "transfer", (row) => ({ ...row, amount: 100_000 }), "this entry-fee should be 100"],
    ["an unknown field", "outcome", (row) => ({ ...row, note: "trust me" }), "not a valid row"],
    ["a voided vote that is not there", "void", (row) => ({ ...row, vote: 4000 }), "no vote 4000"],
  ])("%s", (_, type, change, difference) => {
    const all = rows();
    const at = all.findIndex((row) => row.type === type);
    const told = verifyLog(seal(all.with(at, change(all[at]!))).lines);
    expect(told).toMatchObject({ ok: false, difference: expect.stringContaining(difference) });
  });

  test.each<[string, (row: Row) => boolean, (row: Row) => Row[], string]>([
    ["an entry that never paid", paidFor(12), () => [], "entry 12 never paid"],
    ["a fee paid for another entry", paidFor(12), (row) => [{ ...row, entry: 11 }], "entry 11 has already paid"],
    [
      "a fee given back for nothing",
      paidFor(12),
      (row) => [row, { ...row, id: 900, kind: "refund" }],
      "of entry 12 was refunded",
    ],
    [
      "a fee of nobody's",
      paidFor(12),
      (row) => [row, { ...row, id: 900, entry: 77 }],
      "entry 77's fee was not refunded",
    ],
    ["a vote after the end", numbered(30), (row) => [{ ...row, at: 5000 }], "after the end"],
    ["a pair judged twice", numbered(30), (row) => [{ ...row, judge: "judge-7" }], "already had this pair"],
    ["votes out of order", numbered(30), (row) => [{ ...row, seq: 900 }], "after vote 900"],
    [
      "another reason in the end",
      numbered(30),
      (row) => [{ ...row, settledReasons: ["new-judge"] }],
      "settled, its reasons",
    ],
    ["a void long after its vote", isVoid, (row) => [{ ...row, at: 60_000 }], "undone too late"],
    ["a vote voided twice", isVoid, (row) => [row, row], "already voided"],
    [
      "a voided vote that weighs",
      numbered(80),
      (row) => [{ ...row, settledWeight: 1 }],
      "settled, this vote should weigh 0",
    ],
  ])("%s", (_, which, change, difference) => {
    const all = rows();
    const at = all.findIndex(which);
    expect(verifyLog(seal(all.toSpliced(at, 1, ...change(all[at]!))).lines)).toMatchObject({
      ok: false,
      difference: expect.stringContaining(difference),
    });
  });

  test("two places swapped", () => {
    const all = rows();
    const at = all.findIndex((row) => row.type === "standing");
    const [first, second] = [all[at]!, all[at + 1]!];
    const swapped = all.with(at, { ...first, entry: second.entry! }).with(at + 1, { ...second, entry: first.entry! });
    expect(verifyLog(seal(swapped).lines)).toMatchObject({ ok: false, line: at + 1 });
  });

  test("a payout", () => {
    const all = rows();
    const at = all.findLastIndex((row) => row.type === "transfer");
    const told = verifyLog(seal(all.with(at, { ...all[at]!, amount: 201 })).lines);
    expect(told).toEqual({ ok: false, line: at + 1, difference: "this prize should be 200, not 201" });
  });

  test("a vote left out, a prize left out, a prize paid twice", () => {
    for (const [type, times] of [
      ["vote", 0],
      ["transfer", 0],
      ["transfer", 2],
    ] as const) {
      const all = rows();
      const at = all.findLastIndex((row) => row.type === type);
      expect(verifyLog(seal(all.toSpliced(at, 1, ...Array<Row>(times).fill(all[at]!))).lines)).toMatchObject({
        ok: false,
      });
    }
  });
});

test("an empty file and arbitrary text aren't accepted as a log", () => {
  expect(verifyLog([])).toMatchObject({ ok: false });
  expect(verifyLog(["hello"])).toMatchObject({ ok: false, line: 1 });
});

test("a contest paid before its end because the clock was set back checks out", () => {
  const early = rows().map((row) => (row.type === "transfer" && row.kind === "prize" ? { ...row, at: 10 } : row));
  expect(verifyLog(seal(early).lines)).toMatchObject({ ok: true });
});

function paidFor(entry: number) {
  return (row: Row) => row.type === "transfer" && row.kind === "entry-fee" && row.entry === entry;
}

function numbered(seq: number) {
  return (row: Row) => row.type === "vote" && row.seq === seq;
}

function isVoid(row: Row) {
  return row.type === "void";
}

/** Five entries of 100 Buzz, eight judges of ten votes each and one who took their vote back, placed and paid. */
function rows(): Row[] {
  const votes = castVotes();
  const entries = Array.from({ length: 5 }, (_, i) => ({ id: 10 + i, enteredAt: i, ranked: true }));
  const counted = votes.slice(0, 80).map((vote) => ({ ...vote, weight: 1, reasons: [] }));
  const order = finalOrder({ entries, judges: 8, votes: counted, percents: [60, 40], pool: 500, rules: 1, seed: 42 });
  const live = replayRatings(counted);
  return [
    { type: "crucible", version: 1, id: 42, name: "Dusk", entryFee: 100, percents: [60, 40], endedAt: 5000 },
    ...entries.map((entry) => ({ type: "entry", ...entry })),
    ...votes.map(({ judge, winner, loser, ...vote }, i) => ({
      type: "vote",
      ...vote,
      judge: `judge-${judge}`,
      winner: 10 + winner,
      loser: 10 + loser,
      side: "left",
      expected: null,
      skips: 0,
      weight: 1,
      reasons: [],
      settledWeight: order.weights[i]?.weight ?? 0,
      settledReasons: order.weights[i]?.reasons ?? ["voided" as const],
    })),
    { type: "void", vote: 80, at: 1090, by: "judge", reason: "taken back" },
    ...entries.map(({ id, enteredAt }) => ({
      type: "transfer",
      id,
      at: enteredAt,
      kind: "entry-fee",
      entry: id,
      amount: 100,
    })),
    ...order.standings
      .filter(({ prize }) => prize > 0)
      .map(({ entry, prize }) => ({
        type: "transfer",
        id: 100 + entry,
        at: 5000,
        kind: "prize",
        entry,
        amount: prize,
      })),
    ...order.standings.map(({ entry, place, settled, votes, wins, losses, tie, prize }) => ({
      type: "standing",
      entry,
      place,
      live: live.get(entry - 10)!.elo,
      settled,
      votes,
      wins,
      losses,
      tie,
      prize,
    })),
    { type: "outcome", outcome: order.outcome, remainder: order.remainder },
  ];
}

function castVotes() {
  const random = seededRandom(3);
  const pairs = [0, 1, 2, 3].flatMap((a) => [1, 2, 3, 4].filter((b) => b > a).map((b) => [a, b] as const));
  return Array.from({ length: 81 }, (_, seq) => {
    const [a, b] = pairs[Math.floor(seq / 8) % 10]!;
    const winner = random() < 1 / (1 + Math.exp(b - a)) ? a : b;
    const judge = seq < 80 ? seq % 8 : 8;
    const seconds = 4 + random();
    return { seq, at: 1000 + seq, judge, winner, loser: a + b - winner, seconds, kind: "images" as const };
  });
}
