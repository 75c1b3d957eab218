import { Link } from "@remix-run/react";
import { pathOf } from "~/domain/crucible/slug";
import { Buzz } from "~/ui/parts/buzz";
import { Countdown } from "~/ui/parts/countdown";
import { crucibleState } from "../state";
import type { CrucibleTimes } from "../state";
import { NoPicture, Picture } from "~/ui/parts/picture";
import type { MediaView } from "~/ui/parts/picture";
import { Stats } from "~/ui/parts/stat";
import { buzz, count, number } from "~/ui/parts/format";

export type OwnStats = {
  entered: number;
  won: number;
  bestPlace: number | null;
  /** 0 to 1. */ winRate: number | null;
};

/** A running crucible that one is in. */
export type OwnCrucible = CrucibleTimes & {
  id: number;
  name: string;
  media: MediaView | null;
  rank: number;
  entryCount: number;
  paidPlaces: number;
  pool: number;
  onTrack: number;
  /** Whether one more of one's entries would be taken. */
  room: boolean;
};

type Props = { username: string; stats: OwnStats; own: OwnCrucible[]; now: number };

/** What one has done, and where one is in it now. */
export function Welcome({ username, stats, own, now }: Props) {
  return (
    <section className="panel welcome" aria-labelledby="hi">
      <div className="hello">
        <div>
          <h2 id="hi">{stats.entered > 0 ? `Welcome back, ${username}` : "Get started"}</h2>
          <p className="dim small">{outcomeMessage(stats, own)}</p>
        </div>
        <Stats stats={figures(stats)} />
      </div>
      {own.length > 0 ? <Own own={own} username={username} now={now} /> : null}
    </section>
  );
}

function figures({ entered, won, bestPlace, winRate }: OwnStats) {
  const share =
    winRate === null ? (
      "–"
    ) : (
      <>
        {Math.round(winRate * 100)}
        <span className="unit">%</span>
      </>
    );
  return [
    { label: "Crucibles entered", value: number(entered) },
    { label: "Buzz won", value: number(won), gold: won > 0 },
    { label: "Best place", value: bestPlace === null ? "–" : `#${number(bestPlace)}` },
    { label: "Win rate", value: share },
  ];
}

function outcomeMessage({ entered }: OwnStats, own: OwnCrucible[]) {
  const best = own.reduce<OwnCrucible | null>((most, one) => (one.onTrack > (most?.onTrack ?? 0) ? one : most), null);
  if (best) return `You’re on track for ${buzz(best.onTrack)} in ${best.name}.`;
  if (own.length > 0) return "Votes are still coming in.";
  return entered === 0
    ? "Pick a crucible and enter, or judge a few pairs first. Judging is free."
    : "You haven’t entered any running crucibles.";
}

function Own({ own, username, now }: Pick<Props, "own" | "username" | "now">) {
  return (
    <>
      <div className="row between sub">
        <h3>
          Your active crucibles <span className="dim">{own.length}</span>
        </h3>
        <Link className="small" to={`/people/${encodeURIComponent(username)}`}>
          Recent results
        </Link>
      </div>
      <ul className="mine-list" aria-label="Your active crucibles" tabIndex={0}>
        {own.map((crucible, at) => (
          <OwnCard key={crucible.id} crucible={crucible} now={now} first={at === 0} />
        ))}
      </ul>
    </>
  );
}

function OwnCard({ crucible, now, first }: { crucible: OwnCrucible; now: number; first: boolean }) {
  const { id, name, media, pool, endsAt, room } = crucible;
  const words = `Your best entry in ${name}`;
  return (
    <li className="mine-card">
      {media ? <Picture media={media} alt={words} sizes="5.5rem" eager={first} /> : <NoPicture words={words} />}
      <div>
        <h4>
          <Link to={pathOf(crucible)}>{name}</Link>
        </h4>
        <Rank crucible={crucible} />
        <p className="meta">
          <Buzz amount={pool} unit /> · <Countdown until={endsAt} now={now} after=" left" over="ended" />
        </p>
      </div>
      <p className="acts">
        <Link className="btn primary" to={`/crucibles/${id}/judge`}>
          Judge
        </Link>
        {room && crucibleState(crucible, now).phase === "open" ? (
          <Link className="btn" to={`/crucibles/${id}/submit`}>
            Submit
          </Link>
        ) : null}
        <Link className="btn quiet" to={pathOf(crucible)}>
          View
        </Link>
      </p>
    </li>
  );
}

function Rank({ crucible: { rank, entryCount, paidPlaces } }: { crucible: OwnCrucible }) {
  const off = rank - paidPlaces;
  return (
    <p className="rank">
      <b>#{number(rank)}</b> of {number(entryCount)}{" "}
      {off <= 0 ? (
        <span className="ok">in the prizes</span>
      ) : (
        <span className="dim">{count(off, "place")} from a prize</span>
      )}
    </p>
  );
}
