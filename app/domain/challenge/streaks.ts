/** One of the site’s own challenges, oldest first, and whether a person entered it. */
export type SystemTurn = { finishedAt: number | null; entered: boolean };

/**
 * How many of the site’s newest challenges in a row a person entered, and the longest such row ever. One that still runs
 * adds to it, and can’t break it.
 */
export function streaksOf(turns: readonly SystemTurn[]) {
  let [now, longest] = [0, 0];
  for (const { finishedAt, entered } of turns) {
    if (entered) now += 1;
    else if (finishedAt !== null) now = 0;
    longest = Math.max(longest, now);
  }
  return { now, longest };
}

/** One completed challenge that a person entered, oldest first. */
export type Result = { finishedAt: number; place: number | null };

export const badgeNames = {
  "first-entry": "First entry",
  "first-win": "First win",
  "three-podiums": "Three podiums",
  "ten-entered": "10 challenges",
  "fifty-entered": "50 challenges",
  "streak-7": "7 in a row",
  "streak-30": "30 in a row",
} as const;

export type Badge = { name: keyof typeof badgeNames; at: number };

/** A person’s badges with the instant of each, in the order in which they were earned. */
export function badgesOf(results: readonly Result[], turns: readonly SystemTurn[]): Badge[] {
  const wins = results.filter(({ place }) => place === 1);
  const podiums = results.filter(({ place }) => place !== null && place <= 3);
  const reached: [Badge["name"], number | undefined][] = [
    ["first-entry", results[0]?.finishedAt],
    ["first-win", wins[0]?.finishedAt],
    ["three-podiums", podiums[2]?.finishedAt],
    ["ten-entered", results[9]?.finishedAt],
    ["fifty-entered", results[49]?.finishedAt],
    ["streak-7", streakReached(turns, 7)],
    ["streak-30", streakReached(turns, 30)],
  ];
  return reached
    .flatMap(([name, at]) => (at === undefined ? [] : [{ name, at }]))
    .sort((a, b) => a.at - b.at || a.name.localeCompare(b.name));
}

/** When a row of so many was complete: at the end of its last challenge. */
function streakReached(turns: readonly SystemTurn[], length: number) {
  let row = 0;
  for (const { finishedAt, entered } of turns) {
    if (finishedAt === null) continue;
    row = entered ? row + 1 : 0;
    if (row === length) return finishedAt;
  }
  return undefined;
}
