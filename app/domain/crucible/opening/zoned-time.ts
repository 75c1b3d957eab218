/** The instant of a wall-clock time ("2026-11-21T18:30") in a time zone ("Europe/Paris"); null when either is none. */
export function instantIn(zone: string, local: string) {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(local)) return null;
  const wall = Date.parse(`${local}Z`);
  if (Number.isNaN(wall) || !isZone(zone)) return null;
  // The offset at the wall time read as UTC is right but for the hours around a change; there the second look is.
  const guess = wall - offsetAt(zone, wall);
  return new Date(wall - offsetAt(zone, guess));
}

/** Whether a name is a time zone that this engine knows. */
export function isZone(zone: string) {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

function offsetAt(timeZone: string, instant: number) {
  const format = new Intl.DateTimeFormat("sv", { timeZone, dateStyle: "short", timeStyle: "medium" });
  return Date.parse(`${format.format(instant).replace(" ", "T")}Z`) - Math.floor(instant / 1000) * 1000;
}

/** The names of the time zones to choose from, UTC first. */
export function timeZones() {
  return ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")];
}
