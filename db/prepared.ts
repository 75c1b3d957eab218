import type { Db } from "./client";

/**
 * Statements of a hot path, prepared once for each connection:
 * `const statements = prepared((db) => ({ seat: db.select()….prepare() }))`, then `statements(tx).seat.execute(…)`.
 */
export function prepared<T>(make: (db: Db) => T): (db: Db) => T {
  const made = new WeakMap<Db, T>();
  return (db) => {
    const found = made.get(db);
    if (found) return found;
    const fresh = make(db);
    made.set(db, fresh);
    return fresh;
  };
}
