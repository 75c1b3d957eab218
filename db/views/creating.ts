import type Database from "better-sqlite3";
import * as kinds from "./all";
import { viewColumns } from "./arm";
import type { Arms } from "./arm";

type Views = Record<string, string>;

/** The views as the code wants them, by name. */
export function wantedViews(all: Arms[] = Object.values(kinds)): Views {
  return Object.fromEntries(
    Object.entries(viewColumns).map(([name, columns]) => {
      const selects = all.flatMap((arms) => arms[name as keyof Arms] ?? []);
      if (selects.length === 0) selects.push(`SELECT ${columns.map(() => "NULL").join(", ")} WHERE 0`);
      return [name, `CREATE VIEW ${name} (${columns.join(", ")}) AS\n${selects.join("\nUNION ALL\n")}`];
    }),
  );
}

/** Views are gone while migrations run: a table that a view reads cannot be rebuilt. */
export function dropViews(sqlite: Database.Database) {
  for (const name of Object.keys(presentViews(sqlite))) sqlite.exec(`DROP VIEW "${name}"`);
}

/** Makes the views what the code wants. Writes nothing when they are already. */
export function createViews(sqlite: Database.Database, wanted = wantedViews()) {
  const present = presentViews(sqlite);
  const same = Object.keys(present).length === Object.keys(wanted).length;
  if (same && Object.entries(wanted).every(([name, text]) => present[name] === text)) return;
  dropViews(sqlite);
  for (const text of Object.values(wanted)) sqlite.exec(text);
}

function presentViews(sqlite: Database.Database): Views {
  const rows = sqlite.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'view'").all();
  return Object.fromEntries((rows as { name: string; sql: string }[]).map(({ name, sql }) => [name, sql]));
}
