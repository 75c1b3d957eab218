import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { clockText, crucibleState } from "./state";
import type { CrucibleTimes } from "./state";
import { StatePill } from "./state-pill";
import { number } from "../parts/format";

export type CrucibleRow = CrucibleTimes & {
  /** Where it lives is known by its number, unless `path` says so. */
  id: number;
  path?: string | null;
  name: string;
  entryCount: number;
  voteCount: number;
};

type Props<R extends CrucibleRow> = {
  items: R[];
  caption: string;
  now: number;
  /** What can be done about one, in a column of its own. */
  act?: (row: R) => ReactNode;
};

/** Crucibles in a row each, where their covers do not matter. */
export function CrucibleTable<R extends CrucibleRow>({ items, caption, now, act }: Props<R>) {
  return (
    <section>
      <table className="table">
        <caption className="vh">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Crucible</th>
            <th scope="col" className="n">
              Entries
            </th>
            <th scope="col" className="n wide-only">
              Votes
            </th>
            <th scope="col" className={act ? "n wide-only" : "n"}>
              State
            </th>
            {act ? (
              <th scope="col" className="n">
                <span className="vh">Act</span>
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {items.map((row) => (
            <One key={row.path ?? row.id} row={row} now={now} act={act} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function One<R extends CrucibleRow>({ row, now, act }: Pick<Props<R>, "now" | "act"> & { row: R }) {
  const state = crucibleState(row, now);
  return (
    <tr>
      <th scope="row">
        <Link className="who" to={row.path ?? `/crucibles/${row.id}`}>
          <span>
            {row.name}
            <small>
              {state.clock.label} {clockText(state, now)}
            </small>
          </span>
        </Link>
      </th>
      <td className="n">{number(row.entryCount)}</td>
      <td className="n wide-only">{number(row.voteCount)}</td>
      <td className={act ? "n wide-only" : "n"}>
        <StatePill state={state} />
      </td>
      {act ? <td className="n">{act(row)}</td> : null}
    </tr>
  );
}
