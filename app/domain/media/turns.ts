/** Runs at most `places` pieces of work at once; the others wait, first come first served. */
export function turns(places: number) {
  const waiting: (() => void)[] = [];
  let free = places;

  async function enter() {
    if (free > 0) return void (free -= 1);
    await new Promise<void>((resolve) => waiting.push(resolve));
  }

  function leave() {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  }

  return async function inTurn<T>(work: () => Promise<T>) {
    await enter();
    try {
      return await work();
    } finally {
      leave();
    }
  };
}

/** The same for each key by itself: two pieces of work about the same thing never overlap. */
export function turnsByKey() {
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
