import { handle } from "./client";

/** What is broken in the open database itself: its pages, and rows without their parents. Empty when it is whole. */
export function integrityErrors() {
  const { reader } = handle();
  const pages = (reader.pragma("integrity_check") as { integrity_check: string }[]).map((row) => row.integrity_check);
  const orphans = reader.pragma("foreign_key_check") as { table: string; rowid: number }[];
  return [
    ...pages.filter((words) => words !== "ok"),
    ...orphans.map(({ table, rowid }) => `${table} ${rowid} has a broken foreign key`),
  ];
}
