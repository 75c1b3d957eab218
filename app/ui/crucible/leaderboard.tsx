import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Buzz } from "../parts/buzz";
import { classes } from "../parts/classes";
import { Medal } from "../parts/medal";
import { Name } from "../parts/person";
import { NoPicture, Thumb } from "../parts/picture";
import type { MediaView } from "../parts/picture";
import { Rating, RatingRange, scaleOf } from "./rating";
import { When } from "../parts/when";
import { count, number } from "../parts/format";
import { crucibleText } from "./crucible-words";

export type Row = {
  place: number;
  title: string;
  to: string;
  mine: boolean;
  /** Null when it is gone, or not within the viewer's levels. */
  media: MediaView | null;
  votes: number;
  wins: number;
  losses: number;
};

export type RunningRow = Row & {
  rating: number;
  /** Half the range where the true rating very likely lies. */ band: number;
  onTrack: number;
};

type RunningProps = { rows: RunningRow[]; /** The votes are being counted. */ over?: boolean; at: number; now: number };

/** Ranks while it runs, and until its votes are counted, without anybody's name. */
export function RunningTable({ rows, over = false, at, now }: RunningProps) {
  const scale = scaleOf(rows.map(({ rating, band }) => ({ value: rating, band })));
  return (
    <table className="table">
      <caption>
        {over ? "Standings at the end," : crucibleText.standingsAt} <When at={at} now={now} form="short" />.
        <span className="wide-only">
          {" "}
          The bar shows where the true rating most likely is. Entries whose bars overlap could still swap places.
        </span>
      </caption>
      <ColumnHeads
        heads={["Rating", `${number(scale.from)} – ${number(scale.to)}`, "Votes", "W–L", "On track"]}
        plain={1}
        wide={[1, 2, 3]}
      />
      <tbody>
        {rows.map((row) => (
          <tr key={row.place} className={row.mine ? "me" : undefined}>
            <Entry row={row} note={`${count(row.votes, "vote")} · ${winLoss(row)}`} />
            <td className="n">
              <Rating value={row.rating} band={row.band} />
            </td>
            <td className="wide-only">
              <RatingRange value={row.rating} band={row.band} scale={scale} />
            </td>
            <td className="n wide-only">{number(row.votes)}</td>
            <td className="n wide-only">{winLoss(row)}</td>
            <td className="n">
              <Prize amount={row.onTrack} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The heads of the columns after place and entry: all figures but the one at `plain`; those at `wide` need room. */
export function ColumnHeads({ heads, plain, wide }: { heads: string[]; plain: number; wide: number[] }) {
  return (
    <thead>
      <tr>
        <th scope="col">
          <span className="vh">Place</span>#
        </th>
        <th scope="col">Entry</th>
        {heads.map((head, at) => (
          <th key={head} scope="col" className={look(at !== plain, wide.includes(at))}>
            {head}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function look(figure: boolean, wide: boolean) {
  return classes(figure && "n", wide && "wide-only");
}

/** Place and entry; what narrow tables leave out stands under its name. */
export function Entry({ row, author, note }: { row: Row; author?: string; note: ReactNode }) {
  return (
    <>
      <td>
        <Medal place={row.place} />
      </td>
      <th scope="row">
        <Link className="who" to={row.to}>
          {row.media ? <Thumb media={row.media} alt="" /> : <NoPicture words="" className="thumb" />}
          <span>
            {row.title}
            {author ? <small>{row.mine ? "you" : <Name name={author} />}</small> : null}
            <small className="phone-sub">{note}</small>
          </span>
        </Link>
      </th>
    </>
  );
}

export function Prize({ amount }: { amount: number }) {
  return amount > 0 ? <Buzz amount={amount} /> : <span className="dim">–</span>;
}

export function winLoss({ wins, losses }: { wins: number; losses: number }) {
  return `${number(wins)}–${number(losses)}`;
}
