import { Link } from "@remix-run/react";
import { kindWords } from "~/domain/wallet/words";
import type { TransferKind } from "~/domain/wallet/words";
import { When } from "./when";
import { number, signed } from "./words";

export type LedgerRow = {
  id: number;
  kind: TransferKind;
  /** Whole Buzz; negative went out. */
  signed: number;
  /** `crucible:7`. */
  subject: string;
  reason: string;
  createdAt: number;
  balance: number;
};

type Names = Record<string, string>;

/** One's movements, newest first, each with a way to what it was about. */
export function Ledger({ rows, names, now }: { rows: LedgerRow[]; names: Names; now: number }) {
  return (
    <section>
      <table className="table ledger">
        <caption className="vh">Your transactions, newest first</caption>
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">What</th>
            <th scope="col" className="n">
              Buzz
            </th>
            <th scope="col" className="n wide-only">
              Balance
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Movement key={row.id} row={row} names={names} now={now} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Movement({ row, names, now }: { row: LedgerRow; names: Names; now: number }) {
  const came = row.signed > 0;
  return (
    <tr>
      <td>
        <When at={row.createdAt} now={now} form="short" />
      </td>
      <th scope="row">
        <span className="strong">{kindWords[row.kind]}</span>
        <small>
          <About row={row} names={names} />
        </small>
      </th>
      <td className={came ? "n ok" : "n"}>
        <b className={came ? "ok" : undefined}>{signed(row.signed)}</b>
      </td>
      <td className="n dim wide-only">{number(row.balance)}</td>
    </tr>
  );
}

function About({ row: { subject, reason }, names }: { row: LedgerRow; names: Names }) {
  const crucible = subjectNumber(subject, "crucible");
  const why = reason ? `“${reason}”` : "";
  if (crucible === null) return why;
  return (
    <>
      <Link to={`/crucibles/${crucible}`}>{names[crucible] ?? `Crucible ${crucible}`}</Link>
      {why ? `, ${why}` : ""}
    </>
  );
}

/** 7 of `crucible:7`; null for a subject of another kind. */
export function subjectNumber(subject: string, kind: string) {
  const [what, id] = subject.split(":");
  return what === kind ? Number(id) : null;
}
