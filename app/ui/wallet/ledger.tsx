import { Link } from "@remix-run/react";
import { kindLabels } from "~/domain/wallet/transaction-labels";
import type { TransferKind } from "~/domain/wallet/transaction-labels";
import { When } from "../parts/when";
import { number, signed } from "../parts/format";

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

/** Where what a row is about lives, by its subject. */
type Links = Record<string, { name: string; path: string }>;

/** One's movements, newest first, each with a way to what it was about. */
export function Ledger({ rows, links, now }: { rows: LedgerRow[]; links: Links; now: number }) {
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
            <Transaction key={row.id} row={row} links={links} now={now} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Transaction({ row, links, now }: { row: LedgerRow; links: Links; now: number }) {
  const came = row.signed > 0;
  return (
    <tr>
      <td>
        <When at={row.createdAt} now={now} form="short" />
      </td>
      <th scope="row">
        <span className="strong">{kindLabels[row.kind]}</span>
        <small>
          <About row={row} links={links} />
        </small>
      </th>
      <td className={came ? "n ok" : "n"}>
        <b className={came ? "ok" : undefined}>{signed(row.signed)}</b>
      </td>
      <td className="n dim wide-only">{number(row.balance)}</td>
    </tr>
  );
}

function About({ row: { subject, reason }, links }: { row: LedgerRow; links: Links }) {
  const why = reason ? `“${reason}”` : "";
  const link = links[subject];
  if (!link) return why;
  return (
    <>
      <Link to={link.path}>{link.name}</Link>
      {why ? `, ${why}` : ""}
    </>
  );
}
