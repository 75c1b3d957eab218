/**
 * Runs pieces of work side by side as long as what they weigh comes to at most `room`; the others wait, first come first
 * served. A piece heavier than the room would wait for ever.
 */
export function limitConcurrency(room: number) {
  const waiting: { weight: number; begin: () => void }[] = [];
  let free = room;

  function admit() {
    while (waiting[0] && waiting[0].weight <= free) {
      const { weight, begin } = waiting.shift()!;
      free -= weight;
      begin();
    }
  }

  return async function inTurn<T>(weight: number, work: () => Promise<T>) {
    await new Promise<void>((begin) => {
      waiting.push({ weight, begin });
      admit();
    });
    try {
      return await work();
    } finally {
      free += weight;
      admit();
    }
  };
}

/** The same for each key by itself: two pieces of work about the same thing never overlap. */
export function serializeByKey() {
  const last = new Map<string, Promise<unknown>>();

  return async function inTurn<T>(key: string, work: () => Promise<T>) {
    const mine = (last.get(key) ?? Promise.resolve()).then(work, work);
    last.set(key, mine);
    try {
      return await mine;
    } finally {
      if (last.get(key) === mine) last.delete(key);
    }
  };
}
