type DatesToMs<T> = {
  [K in keyof T]: T[K] extends Date ? number : T[K] extends Date | null ? number | null : T[K];
};

/** A row with its dates as milliseconds since 1970, as pages get them. */
export function datesToMs<T extends object>(row: T) {
  const pairs = Object.entries(row).map(([name, value]) => [
    name,
    value instanceof Date ? value.getTime() : (value as unknown),
  ]);
  return Object.fromEntries(pairs) as DatesToMs<T>;
}
