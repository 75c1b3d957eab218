import { dataStyle } from "../parts/data-style";
import { number } from "../parts/format";

/** A rating with how far off it may well be: "1,702 ± 48". */
export function Rating({ value, band }: { value: number; band?: number }) {
  return (
    <>
      <b>{number(value)}</b>
      {band === undefined ? null : (
        <>
          {" "}
          <span className="dim wide-only">± {number(band)}</span>
        </>
      )}
    </>
  );
}

export type Scale = { from: number; to: number };

/** Where on a scale a rating very likely lies, with a tick at the rating itself. */
export function RatingRange({ value, band, scale }: { value: number; band: number; scale: Scale }) {
  const low = at(value - band, scale);
  const data = { "--lo": `${low}%`, "--wd": `${at(value + band, scale) - low}%`, "--at": `${at(value, scale)}%` };
  return <span className="range" style={dataStyle(data)} />;
}

/** Whole hundreds around every band. */
export function scaleOf(ratings: { value: number; band: number }[]): Scale {
  if (ratings.length === 0) return { from: 1400, to: 1600 };
  const from = Math.floor(Math.min(...ratings.map(({ value, band }) => value - band)) / 100) * 100;
  const to = Math.ceil(Math.max(...ratings.map(({ value, band }) => value + band)) / 100) * 100;
  return { from, to: Math.max(to, from + 100) };
}

function at(rating: number, { from, to }: Scale) {
  return Math.round(Math.min(100, Math.max(0, ((rating - from) / (to - from)) * 100)));
}
