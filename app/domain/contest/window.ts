/** A point in time: a date on the server, milliseconds since 1970 in pages. */
export type Instant = Date | number;

/** When a contest runs: from its start up to, but not including, its end. */
export type Window = { startsAt: Instant; endsAt: Instant };

/** Where the clock stands in a window. Jobs may run late, so a row's status alone doesn't tell. */
export function windowState({ startsAt, endsAt }: Window, now: Instant) {
  if (now >= endsAt) return "ended";
  return now >= startsAt ? "active" : "scheduled";
}

/** Whether the clock has reached the last `share`, 0 to 1, of a window. */
export function isInLast(share: number, { startsAt, endsAt }: Window, now: Instant) {
  return Number(now) >= Number(endsAt) - share * (Number(endsAt) - Number(startsAt));
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A window of whole hours. `startsAt` null means now. */
export function windowOf(startsAt: Date | null, hours: number, now: Date) {
  const starts = startsAt ?? now;
  return { startsAt: new Date(starts), endsAt: new Date(starts.getTime() + hours * HOUR) };
}

/** Why a start time can't be had; null when it can, or when it is now. */
export function startRefusal(startsAt: Date | null, now: Date, withinDays: number) {
  if (!startsAt) return null;
  if (startsAt <= now) return "start-in-the-past";
  return startsAt.getTime() - now.getTime() > withinDays * DAY ? "start-too-far" : null;
}
