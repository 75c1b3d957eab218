import { handle } from "~/db/client";
import { unrated } from "~/domain/crucible/elo";
import type { Judge } from "~/domain/crucible/judging/judges";

/** The start of every drawn field's crucible, which runs for 8 hours. */
export const START = new Date("2026-05-01T12:00:00Z");
export const END = after(8 * 3_600_000);

/** So many milliseconds after the start. */
export function after(ms: number) {
  return new Date(START.getTime() + ms);
}

type Columns = Record<string, string | number | null>;
type Field = {
  entries: number;
  /** Whose each entry is, by its number from 1; nobody's who judges, unless said otherwise. */
  owner?: (number: number) => number;
  level?: (number: number) => number;
  video?: (number: number) => boolean;
  crucible?: Columns;
};

/** An active crucible with so many entries, put straight into the tables: fast enough for 100,000 of them. */
export function createTestCrucible({
  entries,
  owner = () => 900_000,
  level = () => 1,
  video = () => false,
  crucible = {},
}: Field) {
  return atOnce(() => {
    const id = insert("crucibles", {
      ...terms(),
      last_number: entries,
      entry_count: entries,
      entrant_count: 1,
      ...crucible,
    });
    const of = { owner_kind: "crucible", owner_id: id };
    const escrow = insert("accounts", { kind: "escrow", ...of, created_at: START.getTime() });
    handle().writer.prepare("UPDATE crucibles SET escrow_id = ? WHERE id = ?").run(escrow, id);
    const ids: number[] = [];
    for (let number = 1; number <= entries; number += 1) {
      const kind = video(number) ? "video" : "image";
      ids.push(drawEntry({ crucible: id, number, owner: owner(number), level: level(number), kind }));
    }
    return { id, entries: ids };
  });
}

function atOnce<T>(work: () => T) {
  handle().writer.exec("BEGIN");
  const made = work();
  handle().writer.exec("COMMIT");
  return made;
}

/** One more entry, after all others. */
export function addEntry(crucible: number, owner = 900_000, level = 1) {
  const { writer } = handle();
  const count = writer
    .prepare("UPDATE crucibles SET last_number = last_number + 1 WHERE id = ? RETURNING last_number")
    .pluck();
  return drawEntry({ crucible, number: count.get(crucible) as number, owner, level, kind: "image" });
}

/** Somebody who browses PG and PG-13 and may judge. */
export function judgeOf(id: number, facts: Partial<Judge> = {}): Judge {
  return { id, levels: 3, score: 0, supporter: false, barrier: null, ...facts };
}

type Drawn = { crucible: number; number: number; owner: number; level: number; kind: string };

function drawEntry({ crucible, number, owner, level, kind }: Drawn) {
  const hash = `${crucible}-${number}`;
  const mediaId = insert("media", {
    owner_id: owner,
    kind,
    file_hash: hash,
    pixel_hash: hash,
    key: hash,
    type: kind === "video" ? "video/mp4" : "image/png",
    bytes: 1000,
    width: 640,
    height: 480,
    level,
    stated_level: level,
    created_at: START.getTime(),
  });
  const { elo, lcb, ucb } = unrated();
  return insert("entries", {
    crucible_id: crucible,
    number,
    entrant_id: owner,
    media_id: mediaId,
    pixel_hash: hash,
    level,
    fee: 0,
    elo,
    lcb,
    ucb,
    created_at: START.getTime(),
  });
}

function terms(): Columns {
  return {
    creator_id: 1,
    request_key: `field-${Math.random()}`,
    status: "active",
    name: "A drawn field",
    duration_hours: 8,
    starts_at: START.getTime(),
    ends_at: END.getTime(),
    entries_close_at: END.getTime() - 1_000_000,
    entry_fee: 0,
    setup_fee: 0,
    entries_per_person: 100,
    levels: 31,
    media_kinds: 3,
    prizes: "[50,30,20]",
    log_salt: "salt",
    created_at: START.getTime(),
  };
}

function insert(table: string, row: Columns) {
  const names = Object.keys(row);
  const sql = `INSERT INTO ${table} (${names.join(", ")}) VALUES (${names.map(() => "?").join(", ")})`;
  return Number(
    handle()
      .writer.prepare(sql)
      .run(...Object.values(row)).lastInsertRowid,
  );
}
