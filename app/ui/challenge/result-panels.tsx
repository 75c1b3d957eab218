import { Form } from "@remix-run/react";
import { Buzz } from "../parts/buzz";
import { list, number, ordinal } from "../parts/format";
import { Panel } from "../parts/panel";
import { Thumb } from "../parts/picture";
import type { MediaView } from "../parts/picture";
import { challengeText } from "./challenge-words";
import { halves } from "./view";
import type { ChallengeView } from "./view";

export type FinalRow = { id: number; entrant: string; media: MediaView | null; against: (number | null)[] };

/** The final as a table: 1, ½ or 0 of the row against the column. */
export function FinalTable({ rows }: { rows: FinalRow[] }) {
  if (rows.length < 2) return null;
  return (
    <Panel title="The final, both ways around" stack>
      <table className="final">
        <caption className="vh">Points of the row’s entry against the column’s</caption>
        <thead>
          <tr>
            <th>
              <span className="vh">Entry</span>
            </th>
            {rows.map((row) => (
              <th key={row.id} scope="col">
                <Face row={row} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Face row={row} />
              </th>
              {row.against.map((points, at) => (
                <td key={at} className={points === null ? "x" : ["l", "h", "w"][points]}>
                  {points === null ? "" : halves(points)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="why">1: chosen both times. ½: the answer changed when the two swapped sides.</p>
    </Panel>
  );
}

function Face({ row: { media, entrant } }: { row: FinalRow }) {
  return media ? <Thumb media={media} alt={entrant} /> : <span>{entrant}</span>;
}

/** Where every Buzz went. */
export function PaidPanel({ challenge, paid }: { challenge: ChallengeView; paid: number[] }) {
  const { prizes, lookPrice, looksUsed, looksPaid, source } = challenge;
  const sum = prizes.reduce((all, amount) => all + amount, 0);
  const won = paid.reduce((all, amount) => all + amount, 0);
  const sponsor = source === "user" ? "the creator" : "the site";
  const rows: [string, string][] = [
    ...paid.map((amount, at): [string, string] => [ordinal(at + 1), number(amount)]),
    ...(sum > won ? [[`Places unfilled, back to ${sponsor}`, number(sum - won)] as [string, string]] : []),
    ...(lookPrice > 0
      ? ([
          [`Looks: ${number(looksUsed)} × ${lookPrice}`, number(looksUsed * lookPrice)],
          [`Looks not used, back to ${sponsor}`, number((looksPaid - looksUsed) * lookPrice)],
        ] as [string, string][])
      : []),
  ];
  return (
    <Panel title="What was paid">
      <dl className="sum">
        {rows.map(([what, amount]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{amount}</dd>
          </div>
        ))}
        <div className="total">
          <dt>From {sponsor}</dt>
          <dd>
            <Buzz amount={sum + looksPaid * lookPrice} unit />
          </dd>
        </div>
      </dl>
    </Panel>
  );
}

/** How it can be checked. */
export function CountPanel({ id }: { id: number }) {
  return (
    <Panel title="Count it yourself" stack>
      <p className="small">
        Instructions, scores, duels and points, a row of JSON a line. The scores are the judge’s; the sums can be
        checked.
      </p>
      <p className="row">
        <a className="btn" href={`/challenges/${id}/log`} download>
          {challengeText.downloadLog}
        </a>
      </p>
    </Panel>
  );
}

/** The same again, with prizes of one’s own. */
export function RematchPanel({ id, winners }: { id: number; winners: string[] }) {
  return (
    <Panel title="Rematch" stack>
      <p className="small">
        The same theme and rubric, your prizes. {winners.length > 0 ? `${list(winners)} will be invited, once.` : ""}{" "}
        This replaces a draft that you haven’t finished.
      </p>
      <Form method="post" action={`/challenges/${id}/rematch`}>
        <button className="btn">{challengeText.rematch}</button>
      </Form>
    </Panel>
  );
}
