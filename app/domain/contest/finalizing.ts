type Names<T> = {
  /** The error for one item that failed. */
  failed: (item: T) => string;
  /** The error for all of them together. */
  summary: (failures: number) => string;
};

/**
 * Finishes what is due, item by item. One that fails holds up no other; the failures are thrown together at the end.
 * `finish` has to be safe to repeat, and says whether it was the one that finished the item. Returns how many it was.
 */
export async function finishEach<T>(due: readonly T[], finish: (item: T) => Promise<boolean>, names: Names<T>) {
  const failures: unknown[] = [];
  let finished = 0;
  for (const item of due) {
    try {
      if (await finish(item)) finished += 1;
    } catch (error) {
      failures.push(new Error(names.failed(item), { cause: error }));
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, names.summary(failures.length));
  return finished;
}
