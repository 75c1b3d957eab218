import { Link } from "@remix-run/react";
import type { Confidence as FirmnessWords } from "~/domain/crucible/rating/confidence";
import { Avatar } from "../parts/avatar";
import { Buzz } from "../parts/buzz";
import { ConfidenceMeter } from "./confidence";
import { Medal } from "../parts/medal";
import { PersonLink } from "../parts/person";
import { NoPicture, Picture } from "../parts/picture";
import type { MediaView } from "../parts/picture";
import { number } from "../parts/format";

export type Winner = {
  place: number;
  title: string;
  to: string;
  author: string;
  /** Null when it is gone, or not within the viewer's levels. */
  media: MediaView | null;
  prize: number;
  rating: number;
  wins: number;
  losses: number;
  firmness: FirmnessWords | null;
};

/** The first three, the winner in the middle where there is room. */
export function Podium({ winners }: { winners: Winner[] }) {
  return (
    <ol className="podium">
      {winners.slice(0, 3).map((winner) => (
        <Step key={winner.place} winner={winner} />
      ))}
    </ol>
  );
}

function Step({ winner }: { winner: Winner }) {
  const { place, title, to, author, media, prize } = winner;
  return (
    <li className={`pod p${place}`}>
      <Link className="pic" to={to}>
        {media ? (
          <Picture
            media={media}
            alt={media.alt || title}
            sizes="(max-width: 48rem) 92vw, 30rem"
            eager={place === 1}
            soon
          />
        ) : (
          <NoPicture words={title} />
        )}
      </Link>
      <div>
        <Medal place={place} spoken />
        <h3>
          <Link to={to}>{title}</Link>
        </h3>
        <p className="by-line row">
          <Avatar name={author} />
          <PersonLink name={author} />
        </p>
        <p className="prize">
          <Buzz amount={prize} icon unit />
        </p>
        <Figures winner={winner} />
      </div>
    </li>
  );
}

function Figures({ winner: { rating, wins, losses, firmness } }: { winner: Winner }) {
  return (
    <p className="meta row">
      <span>{number(rating)} settled</span>
      <span>
        {number(wins)}–{number(losses)} won–lost
      </span>
      {firmness ? <ConfidenceMeter words={firmness} short /> : null}
    </p>
  );
}
