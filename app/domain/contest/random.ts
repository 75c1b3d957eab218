/** A source of numbers from 0 up to but not including 1. */
export type Random = () => number;

/** The same numbers for the same seed, on every machine (sfc32, Chris Doty-Humphrey, PractRand). */
export function seededRandom(seed: number): Random {
  let a = 0;
  let b = 0;
  let c = seed | 0;
  let counter = 1;
  function next() {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  }
  for (let warm = 0; warm < 12; warm += 1) next();
  return next;
}

/** A whole number from 0 up to but not including `below`. */
export function pickIndex(random: Random, below: number) {
  return Math.floor(random() * below);
}
