const DAY = 86_400_000;

/**
 * The instant of a wall-clock time ("2026-11-21T18:30") in a time zone ("Europe/Paris"), the first where its clocks show it
 * twice; null when either is none, as on a day that no month has, and in an hour that the clocks skip.
 */
export function instantIn(zone: string, local: string) {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(local)) return null;
  const wall = Date.parse(`${local}Z`);
  if (Number.isNaN(wall) || !new Date(wall).toISOString().startsWith(local) || !isZone(zone)) return null;
  // Around a change of the clocks either the offset of the day before is right, or that of the day after, or neither.
  for (const around of [wall - DAY, wall + DAY]) {
    const instant = wall - offsetAt(zone, around);
    if (instant + offsetAt(zone, instant) === wall) return new Date(instant);
  }
  return null;
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

/** Zones that the engine lists under names that the time zone database has replaced. */
const RENAMED: Record<string, string> = {
  "Africa/Asmera": "Africa/Asmara",
  "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
  "America/Catamarca": "America/Argentina/Catamarca",
  "America/Coral_Harbour": "America/Atikokan",
  "America/Cordoba": "America/Argentina/Cordoba",
  "America/Godthab": "America/Nuuk",
  "America/Indianapolis": "America/Indiana/Indianapolis",
  "America/Jujuy": "America/Argentina/Jujuy",
  "America/Louisville": "America/Kentucky/Louisville",
  "America/Mendoza": "America/Argentina/Mendoza",
  "Asia/Calcutta": "Asia/Kolkata",
  "Asia/Katmandu": "Asia/Kathmandu",
  "Asia/Rangoon": "Asia/Yangon",
  "Asia/Saigon": "Asia/Ho_Chi_Minh",
  "Atlantic/Faeroe": "Atlantic/Faroe",
  "Europe/Kiev": "Europe/Kyiv",
  "Pacific/Enderbury": "Pacific/Kanton",
  "Pacific/Ponape": "Pacific/Pohnpei",
  "Pacific/Truk": "Pacific/Chuuk",
};

/** The names of the time zones to choose from, as they are called today, UTC first. */
export function timeZones() {
  const named = Intl.supportedValuesOf("timeZone").map((zone) => RENAMED[zone] ?? zone);
  return ["UTC", ...[...new Set(named)].filter((zone) => zone !== "UTC").sort()];
}
