/** One way in which things go wrong for real, and what must hold all the same. */
export type Fault<Size extends Record<string, number> = Record<string, number>> = {
  name: string;
  /** The row of docs/reliability.md. */
  bar: string;
  small: Size;
  full: Size;
  /** Throws when the bar is missed; else the figures reached. */
  run: (size: Size, seed: number) => Promise<Record<string, unknown>>;
};

/** Stops the fault, saying what did not hold. */
export function ensure(holds: unknown, words: string): asserts holds {
  if (!holds) throw new Error(words);
}

/** The value below which `share` of the sorted numbers lie; 0 for none. */
export function percentile(numbers: readonly number[], share: number) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
