// The site's one voice for figures and times: English, UTC, the same on the server and in the browser.
// Instants are milliseconds since 1970.

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const LONG_MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** "12,480"; a minus is a real one. Fractions are rounded. */
export function number(n: number) {
  const digits = String(Math.abs(Math.round(n))).replace(/\B(?=(\d{3})+$)/g, ",");
  return Math.round(n) < 0 ? `−${digits}` : digits;
}

/** "+1,057", "−400", "0". */
export function signed(n: number) {
  return Math.round(n) > 0 ? `+${number(n)}` : number(n);
}

/** "12,480 Buzz". */
export function buzz(n: number) {
  return `${number(n)} Buzz`;
}

/** "1 entry", "2 entries", "no entries". The plural is the word with an s unless it is given. */
export function count(n: number, one: string, many = `${one}s`) {
  if (n === 0) return `no ${many}`;
  return `${number(n)} ${n === 1 ? one : many}`;
}

/** A share of 0 to 1 as "33%". Only all of it is 100%, and only nothing is 0%. */
export function percent(share: number) {
  if (share <= 0) return "0%";
  if (share >= 1) return "100%";
  return `${Math.min(99, Math.max(1, Math.round(share * 100)))}%`;
}

/** "412 KB", "20 MB", "1.5 GB", in steps of 1,000. */
export function bytes(n: number) {
  if (n < 1_000) return count(n, "byte");
  if (n < 1_000_000) return `${Math.round(n / 1_000)} KB`;
  if (n < 1_000_000_000) return `${oneDecimal(n / 1_000_000)} MB`;
  return `${oneDecimal(n / 1_000_000_000)} GB`;
}

/** "1st", "2nd", "3rd", "11th". */
export function ordinal(n: number) {
  const teen = n % 100 >= 11 && n % 100 <= 13;
  return number(n) + (teen ? "th" : (["th", "st", "nd", "rd"][n % 10] ?? "th"));
}

/** "Flux.1", "Flux.1 or SDXL", "Flux.1, SDXL or Qwen-Image". */
export function list(words: readonly string[], last: "and" | "or" = "and") {
  if (words.length < 2) return words.join();
  return `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;
}

/** "no entries" at the head of a sentence: "No entries". */
export function sentence(words: string) {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The length of a time in its two largest units, cut: "2 d 4 h", "2 h 14 min", "38 min", "42 s"; any time is 1 s at least. */
export function duration(ms: number) {
  const left = Math.max(0, ms);
  if (left < MINUTE) return `${left > 0 ? Math.max(1, Math.floor(left / 1_000)) : 0} s`;
  if (left < HOUR) return `${Math.floor(left / MINUTE)} min`;
  if (left < DAY) return two(left, HOUR, "h", MINUTE, "min");
  return two(left, DAY, "d", HOUR, "h");
}

/** The length of a video: "0:04", "1:30". */
export function clip(seconds: number) {
  const whole = Math.max(1, Math.round(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** "in 2 h 14 min", "just now", "38 min ago", "3 d ago"; longer ago than four weeks, the date. */
export function relative(at: number, now: number) {
  if (at > now) return `in ${duration(at - now)}`;
  const ago = now - at;
  if (ago < MINUTE) return "just now";
  if (ago >= 28 * DAY) return date(at);
  const [size, unit] = ago < HOUR ? [MINUTE, "min"] : ago < DAY ? [HOUR, "h"] : [DAY, "d"];
  return `${Math.floor(ago / size)} ${unit} ago`;
}

/** "21 Nov 2026". */
export function date(at: number) {
  const day = new Date(at);
  return `${day.getUTCDate()} ${MONTHS[day.getUTCMonth()]} ${day.getUTCFullYear()}`;
}

/** "November 2026". */
export function month(at: number) {
  const day = new Date(at);
  return `${LONG_MONTHS[day.getUTCMonth()]} ${day.getUTCFullYear()}`;
}

/** "20:12". Always with the zone beside it or in the heading. */
export function clockTime(at: number) {
  return new Date(at).toISOString().slice(11, 16);
}

/** "21 Nov 2026, 20:12 UTC". */
export function dateTime(at: number) {
  return `${date(at)}, ${clockTime(at)} UTC`;
}

/** As short as the distance allows: "20:12 UTC" today, "20 Nov" this year, "20 Nov 2025". */
export function shortTime(at: number, now: number) {
  if (date(at) === date(now)) return `${clockTime(at)} UTC`;
  return sameYear(at, now) ? date(at).slice(0, -5) : date(at);
}

function sameYear(a: number, b: number) {
  return new Date(a).getUTCFullYear() === new Date(b).getUTCFullYear();
}

function two(ms: number, large: number, largeUnit: string, small: number, smallUnit: string) {
  const rest = Math.floor((ms % large) / small);
  return `${Math.floor(ms / large)} ${largeUnit}${rest ? ` ${rest} ${smallUnit}` : ""}`;
}

function oneDecimal(n: number) {
  const cut = Math.floor(n * 10 + 1e-9) / 10;
  return cut >= 100 ? number(Math.floor(cut)) : String(cut);
}
