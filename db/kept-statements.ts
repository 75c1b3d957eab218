import type Database from "better-sqlite3";

/** Lists of different lengths make texts of their own; past this many, the one unused longest goes. */
const MOST = 500;

type Values = unknown[];
type Statement = Database.Statement<Values, unknown>;

/**
 * A view of the connection whose `prepare` returns the statement already prepared for the same text. Drizzle prepares at
 * each query, which costs more than most queries here. Rows as objects and rows as arrays are separate statements, since
 * the mode stays with a statement; one that is being iterated is never shared.
 */
export function keepStatements(sqlite: Database.Database): Database.Database {
  const kept = new Map<string, KeptStatement>();

  function prepare(text: string) {
    const statement = kept.get(text) ?? new KeptStatement(sqlite, text);
    kept.delete(text);
    kept.set(text, statement);
    if (kept.size > MOST) kept.delete(kept.keys().next().value!);
    return statement;
  }

  return Object.create(sqlite, { prepare: { value: prepare } }) as Database.Database;
}

/** What drizzle uses of a statement. */
class KeptStatement {
  #statement: Statement;
  #asArrays: KeptStatement | undefined;

  constructor(
    private readonly sqlite: Database.Database,
    private readonly text: string,
    private readonly mode: "objects" | "arrays" = "objects",
  ) {
    this.#statement = this.prepared();
  }

  run(...values: Values) {
    return this.#statement.run(...values);
  }

  get(...values: Values) {
    return this.#statement.get(...values);
  }

  all(...values: Values) {
    return this.#statement.all(...values);
  }

  iterate(...values: Values) {
    return this.prepared().iterate(...values);
  }

  raw(): KeptStatement {
    if (this.mode === "arrays") return this;
    return (this.#asArrays ??= new KeptStatement(this.sqlite, this.text, "arrays"));
  }

  private prepared(): Statement {
    const statement = this.sqlite.prepare<Values>(this.text);
    return this.mode === "arrays" ? statement.raw(true) : statement;
  }
}
