import { dateTime, relative, shortTime } from "./format";

type Form = "relative" | "short" | "full" | "both";

/** An instant in words, with the whole of it in the title. `short` is "20:12 UTC" today and "20 Nov" before. */
export function When({ at, now, form = "relative" }: { at: number; now: number; form?: Form }) {
  return (
    <time dateTime={new Date(at).toISOString()} title={form === "full" ? relative(at, now) : dateTime(at)}>
      {words(at, now, form)}
    </time>
  );
}

function words(at: number, now: number, form: Form) {
  if (form === "short") return shortTime(at, now);
  if (form === "full") return dateTime(at);
  return form === "both" ? `${relative(at, now)}, ${dateTime(at)}` : relative(at, now);
}
