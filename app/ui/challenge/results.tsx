import { Link } from "@remix-run/react";
import { Avatar } from "../parts/avatar";
import { Buzz } from "../parts/buzz";
import { buzz, count, ordinal } from "../parts/format";
import { Medal } from "../parts/medal";
import { PersonLink } from "../parts/person";
import { NoPicture, Picture, Thumb } from "../parts/picture";
import type { MediaView } from "../parts/picture";
import { halves, score } from "./view";

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
