import { useId } from "react";
import type { ReactNode } from "react";
import { number } from "../parts/format";

export function RulesSection({ title, children }: { title: string; children: ReactNode }) {
  const heading = useId();
  return (
    <section className="stack prose" aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      {children}
    </section>
  );
}

type PriceTableProps = { caption: string; rows: { what: string; price: number }[] };

/** What each choice costs, in Buzz. */
export function PriceTable({ caption, rows }: PriceTableProps) {
  return (
    <table className="table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Choice</th>
          <th scope="col" className="n">
            Buzz
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ what, price }) => (
          <tr key={what}>
            <th scope="row">{what}</th>
            <td className="n">{price === 0 ? "free" : <span className="buzz">{number(price)}</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
