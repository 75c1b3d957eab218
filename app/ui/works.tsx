import { Link } from "@remix-run/react";
import { Medal } from "./medal";
import { Picture } from "./picture";
import type { MediaView } from "./picture";
import { buzz, number } from "./words";

export type Work = {
  id: number;
  place: number | null;
  prize: number | null;
  crucible: { id: number; name: string; status: string; entryCount: number };
  media: MediaView;
};

/** Somebody's entries with what came of each. */
export function Works({ items }: { items: Work[] }) {
  return (
    <ul className="tiles works">
      {items.map((work) => (
        <li key={work.id}>
          <Link className="tile" to={`/media/${work.media.id}`}>
            <Picture media={work.media} alt={work.media.alt || `Entry in ${work.crucible.name}`} sizes="(max-width: 30rem) 44vw, 12rem" />
            <Place work={work} />
          </Link>
          <p className="small">
            <Link to={`/crucibles/${work.crucible.id}`}>{work.crucible.name}</Link>
            <br />
            <span className="meta">{outcome(work)}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}

function Place({ work: { place } }: { work: Work }) {
  if (place === null) return null;
  if (place > 3) return <span className="tag top-right">#{number(place)}</span>;
  return <span className="tag-medal"><Medal place={place} spoken /></span>;
}

function outcome({ place, prize, crucible: { status, entryCount } }: Work) {
  if (prize) return buzz(prize);
  if (place !== null) return `of ${number(entryCount)}`;
  return status === "completed" ? "Not placed" : "Still running";
}
