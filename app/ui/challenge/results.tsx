import { Link } from "@remix-run/react";
import { Avatar } from "../parts/avatar";
import { Buzz } from "../parts/buzz";
import { buzz, count, number, ordinal } from "../parts/format";
import { Medal } from "../parts/medal";
import { Panel } from "../parts/panel";
import { PersonLink } from "../parts/person";
import { NoPicture, Picture, Thumb } from "../parts/picture";
import type { MediaView } from "../parts/picture";
import { challengeText } from "./challenge-words";
import { halves, score } from "./view";
import type { ChallengeView } from "./view";

export type Placed = {
  id: number;
  place: number | null;
  total: number | null;
  roundWins: number | null;
  finalPoints: number | null;
  reason: string | null;
  seen: string | null;
  entrant: string;
  prize: number | null;
  own: boolean;
  scores: number[] | null;
  media: MediaView | null;
};

/** The first three, the winner in the middle where there is room. */
export function ChallengePodium({ rows, finalists }: { rows: Placed[]; finalists: number }) {
  return (
    <ol className="podium">
      {rows.slice(0, 3).map((row) => (
        <Step key={row.id} row={row} finalists={finalists} />
      ))}
    </ol>
  );
}

function Step({ row, finalists }: { row: Placed; finalists: number }) {
  const { place, media, entrant, prize, total, finalPoints, reason, seen } = row;
  const title = media?.alt || `Entry of ${entrant}`;
  const picture = media ? (
    <Picture media={media} alt={title} sizes="(max-width: 48rem) 92vw, 30rem" eager={place === 1} soon />
  ) : (
    <NoPicture words={title} />
  );
  return (
    <li className={`pod p${place}`}>
      {media?.key ? (
        <Link className="pic" to={`/media/${media.key}`}>
          {picture}
        </Link>
      ) : (
        <span className="pic">{picture}</span>
      )}
      <div>
        <Medal place={place!} spoken />
        <h3>{title}</h3>
        <p className="by-line row">
          <Avatar name={entrant} />
          <PersonLink name={entrant} />
        </p>
        <p className="prize">
          <Buzz amount={prize ?? 0} icon unit />
        </p>
        <p className="meta row">
          <span>{score(total ?? 0)} of 10</span>
          {finalPoints === null ? null : (
            <span>
              {halves(finalPoints)} of {finalists - 1} in the final
            </span>
          )}
        </p>
        <p className="reason">{reason ?? seen}</p>
      </div>
    </li>
  );
}

/** Every place, a row each. */
export function PlacesTable({ rows, criteria }: { rows: Placed[]; criteria: { label: string }[] }) {
  return (
    <table className="table">
      <caption className="vh">Every place</caption>
      <thead>
        <tr>
          <th scope="col">Place</th>
          <th scope="col">Entry</th>
          <th scope="col" className="n">
            Total
          </th>
          <th scope="col" className="n wide-only">
            {criteria.map(({ label }) => label).join(" · ")}
          </th>
          <th scope="col" className="n">
            Prize
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, place, media, entrant, total, scores, prize, own }) => (
          <tr key={id} className={own ? "mine" : undefined}>
            <td>
              <Medal place={place!} />
            </td>
            <th scope="row">
              <span className="who">
                {media ? <Thumb media={media} alt="" /> : null}
                <PersonLink name={entrant} />
              </span>
            </th>
            <td className="n">{score(total ?? 0)}</td>
            <td className="n wide-only">
              <span className="scores">{(scores ?? []).join(" · ")}</span>
            </td>
            <td className="n">{prize ? <Buzz amount={prize} /> : "–"}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

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

/** How it came out, for oneself or for everyone. */
export function ownResult(
  rows: readonly { place: number | null; own: boolean; prize: number | null }[],
  people: number,
) {
  const mine = rows.find(({ own }) => own);
  if (!mine?.place) return null;
  const placed = `You placed ${ordinal(mine.place)} of ${count(people, "person", "people")}`;
  return mine.prize ? `${placed} and earned ${buzz(mine.prize)}.` : `${placed}.`;
}
