import { Link } from "@remix-run/react";
import { crucibleState } from "../crucible/state";
import type { CrucibleTimes } from "../crucible/state";
import { Medal } from "../parts/medal";
import { Picture } from "../parts/picture";
import type { MediaView } from "../parts/picture";
import { buzz, number, ordinal } from "../parts/format";
import { peopleText } from "../parts/people-words";

export type MediaGridItem = {
  id: number;
  place: number | null;
  prize: number | null;
  crucible: CrucibleTimes & { id: number; name: string; entryCount: number; outcome: string | null };
  media: MediaView;
};

/** Somebody's entries with what came of each. */
export function MediaGrid({ items, now }: { items: MediaGridItem[]; now: number }) {
  return (
    <ul className="tiles works">
      {items.map((work) => (
        <li key={work.id}>
          <Link className="tile" to={work.place === null ? `/media/${work.media.key}` : `/entries/${work.id}`}>
            <Picture
              media={work.media}
              alt={work.media.alt || `Entry in ${work.crucible.name}`}
              sizes="(max-width: 30rem) 44vw, 12rem"
            />
            <Place work={work} />
          </Link>
          <p className="small">
            <Link to={`/crucibles/${work.crucible.id}`}>{work.crucible.name}</Link>
            <br />
            <span className="meta">{outcome(work, now)}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}

function Place({ work: { place } }: { work: MediaGridItem }) {
  if (place === null) return null;
  if (place > 3) return <span className="tag top-right">#{number(place)}</span>;
  return (
    <span className="tag-medal">
      <Medal place={place} spoken />
    </span>
  );
}

function outcome({ place, prize, crucible }: MediaGridItem, now: number) {
  if (prize) return buzz(prize);
  if (place !== null) return `${ordinal(place)} of ${number(crucible.entryCount)}`;
  const { phase, line } = crucibleState(crucible, now);
  if (phase === "counting") return line;
  if (phase !== "completed") return peopleText.stillRunning;
  return crucible.outcome === "no-contest" ? "No contest" : "Not placed";
}
