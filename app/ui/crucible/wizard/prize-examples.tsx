import { sharePool } from "~/domain/contest/prizes";
import type { Typed } from "~/domain/contest/drafting";
import { Buzz } from "~/ui/parts/buzz";
import { number, ordinal } from "~/ui/parts/format";
import { textOf } from "~/ui/contest/wizard-fields";

type Example = { fee: number; counts: number[]; pool: number };

/** Numbers of entries to show the prizes at, none above the cap, and the pool of the middle one. */
export function exampleOf(typed: Typed): Example {
  const fee = wholeIn(typed, "fee");
  const cap = wholeIn(typed, "cap") || Infinity;
  const counts = [10, 40, 100].filter((entries) => entries < cap);
  if (cap <= 100) counts.push(cap);
  return { fee, counts: counts.slice(0, 3), pool: fee * (counts[1] ?? counts[0]!) };
}

function wholeIn(typed: Typed, name: string) {
  const text = textOf(typed, name).trim();
  return /^\d{1,7}$/.test(text) ? Number(text) : 0;
}

export function ExamplePrizes({ percents, fee, counts }: Example & { percents: readonly number[] }) {
  if (fee === 0) return <p className="dim small">There’s no entry fee, so there are no prizes, only places.</p>;
  const places = percents.slice(0, 3);
  return (
    <table className="table tight">
      <caption className="vh">{`Prizes by number of entries, at ${number(fee)} Buzz each`}</caption>
      <thead>
        <tr>
          <th scope="col">Entries</th>
          <th scope="col" className="n">
            Pool
          </th>
          {places.map((_, at) => (
            <th key={at} scope="col" className="n">
              {ordinal(at + 1)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {counts.map((entries) => (
          <Row key={entries} entries={entries} pool={entries * fee} percents={percents} places={places.length} />
        ))}
      </tbody>
    </table>
  );
}

type RowProps = { entries: number; pool: number; percents: readonly number[]; places: number };

function Row({ entries, pool, percents, places }: RowProps) {
  const { prizes } = sharePool(pool, percents, entries);
  return (
    <tr>
      <th scope="row">{number(entries)}</th>
      <td className="n">
        <Buzz amount={pool} />
      </td>
      {Array.from({ length: places }, (_, at) => (
        <td key={at} className="n">
          {prizes[at] ? number(prizes[at]) : "–"}
        </td>
      ))}
    </tr>
  );
}
