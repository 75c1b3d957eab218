import type Database from "better-sqlite3";

const SLOW_MS = 100;

export type SlowQuery = { sql: string; tookMs: number };

/** Tells of every statement on this connection that takes long. */
export function reportSlowQueries(sqlite: Database.Database, onSlow: (query: SlowQuery) => void) {
  const prepare = sqlite.prepare.bind(sqlite);
  sqlite.prepare = ((sql: string) => {
    const statement = prepare(sql);
    for (const verb of ["run", "get", "all"] as const) {
      const execute = statement[verb].bind(statement);
      statement[verb] = (...values: unknown[]) => {
        const startedAt = performance.now();
        const result = execute(...values);
        const tookMs = performance.now() - startedAt;
        if (tookMs > SLOW_MS) onSlow({ sql, tookMs: Math.round(tookMs) });
        return result as never;
      };
    }
    return statement;
  }) as typeof sqlite.prepare;
}
