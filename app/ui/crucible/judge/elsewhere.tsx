import { Link } from "@remix-run/react";
import { count, duration } from "~/ui/parts/format";
import { Thumb } from "~/ui/parts/picture";
import type { Elsewhere } from "./seat";

export function Others({ elsewhere, now, words }: { elsewhere: Elsewhere[]; now: number; words?: string }) {
  if (elsewhere.length === 0) return null;
  return (
    <>
      {words ? <p className="small dim">{words}</p> : null}
      <ul className="next">
        {elsewhere.map((one) => (
          <Other key={one.id} crucible={one} now={now} />
        ))}
      </ul>
    </>
  );
}

function Other({ crucible: { id, name, endsAt, left, cover }, now }: { crucible: Elsewhere; now: number }) {
  const to = `/crucibles/${id}/judge`;
  return (
    <li>
      {cover ? <Thumb media={cover} alt="" /> : null}
      <span>
        <Link to={to}>{name}</Link>
        <span className="meta">
          {duration(Date.parse(endsAt) - now)} left, {count(left, "pair")} to judge
        </span>
      </span>
      <Link className="btn" to={to} aria-label={`Judge ${name}`}>
        Judge
      </Link>
    </li>
  );
}
