import { Link } from "@remix-run/react";
import { clockWords, crucibleState } from "./crucible-state";
import type { CrucibleTimes } from "./crucible-state";
import { StatePill } from "./pill";
import { number } from "./words";

export type CrucibleRow = CrucibleTimes & { id: number; name: string; entryCount: number; voteCount: number };

/** Crucibles in a row each, where their covers do not matter. */
export function CrucibleTable({ items, caption, now }: { items: CrucibleRow[]; caption: string; now: number }) {
  return (
    <section>
      <table className="table">
        <caption className="vh">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Crucible</th>
            <th scope="col" className="n">Entries</th>
            <th scope="col" className="n wide-only">Votes</th>
            <th scope="col" className="n">State</th>
          </tr>
        </thead>
        <tbody>{items.map((row) => <One key={row.id} row={row} now={now} />)}</tbody>
      </table>
    </section>
  );
}

function One({ row, now }: { row: CrucibleRow; now: number }) {
  const state = crucibleState(row, now);
  return (
    <tr>
      <th scope="row">
        <Link className="who" to={`/crucibles/${row.id}`}>
          <span>{row.name}<small>{state.clock.label} {clockWords(state, now)}</small></span>
        </Link>
      </th>
      <td className="n">{number(row.entryCount)}</td>
      <td className="n wide-only">{number(row.voteCount)}</td>
      <td className="n"><StatePill state={state} /></td>
    </tr>
  );
}
