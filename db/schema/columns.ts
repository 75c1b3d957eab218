import { sql } from "drizzle-orm";
import { check, integer } from "drizzle-orm/sqlite-core";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";

/** A row's number. */
export function id() {
  return integer().primaryKey({ autoIncrement: true });
}

/** An instant: milliseconds since 1970 in the row, a Date in the program. */
export function instant() {
  return integer({ mode: "timestamp_ms" });
}

/** 0 or 1 in the row, a boolean in the program. */
export function flag() {
  return integer({ mode: "boolean" });
}

/** CHECK that a column holds one of `values`. */
export function oneOf(name: string, column: AnySQLiteColumn, values: readonly string[]) {
  return check(name, sql`${column} IN (${sql.raw(values.map((value) => `'${value}'`).join(", "))})`);
}
