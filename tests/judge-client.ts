import { handle } from "~/db/client";
import { write } from "~/db/write";
import type { Judge } from "~/domain/crucible/judging/judges";
import { castVote, skipPair } from "~/domain/crucible/judging/judging.server";
import type { Random } from "~/domain/contest/random";
import { readSeat } from "~/domain/crucible/judging/seat-reading.server";
import { takeSeat } from "~/domain/crucible/judging/seating.server";
import { undoVote } from "~/domain/crucible/judging/undoing.server";

export type JudgeClient = ReturnType<typeof judgeClient>;
type Pair = { id: number; token: string; left_entry: number; right_entry: number; expected: number | null };

/** What one judge can do in one crucible, as through the pages; `at` is the server's clock. */
export function judgeClient(judge: Judge, crucibleId: number, random: Random) {
  const on = (state: string) =>
    handle()
      .reader.prepare("SELECT * FROM pairs WHERE crucible_id = ? AND judge_id = ? AND state = ?")
      .get(crucibleId, judge.id, state) as Pair | undefined;
  const token = () => on("current")?.token ?? "none";
  return {
    on,
    sit: (at: Date) => write((tx) => takeSeat(tx, { judge, crucibleId, now: at, random })),
    look: (at: Date) => readSeat({ judge, crucibleId, now: at }),
    vote: (choice: "left" | "right", at: Date, of = token()) =>
      write((tx) => castVote(tx, { judge, crucibleId, token: of, choice, now: at, random })),
    skip: (at: Date, of = token()) => write((tx) => skipPair(tx, { judge, crucibleId, token: of, now: at, random })),
    undo: (at: Date, of: string) => write((tx) => undoVote(tx, { judge, crucibleId, token: of, now: at, random })),
  };
}

/** All rows of a query, on the reading connection. */
export function rowsOf<T = Record<string, unknown>>(sql: string, ...values: unknown[]) {
  return handle()
    .reader.prepare(sql)
    .all(...values) as T[];
}
