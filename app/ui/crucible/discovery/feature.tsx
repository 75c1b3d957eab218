import { Link } from "@remix-run/react";
import { pathOf } from "~/domain/crucible/slug";
import { Unit } from "~/ui/parts/buzz";
import { Clock } from "../card";
import type { CardView } from "../card";
import { crucibleState } from "../state";
import { Pill } from "~/ui/parts/pill";
import { NoPicture, Picture } from "~/ui/parts/picture";
import { Stats } from "~/ui/parts/stat";
import { number } from "~/ui/parts/format";

type Props = { crucible: CardView & { featured: boolean; summary: string }; now: number };

/** The crucible at the head of the list: picked by moderators, else the one with the largest pool. */
export function Feature({ crucible, now }: Props) {
  const { id, name, cover, pool, entries, featured, summary } = crucible;
  const state = crucibleState(crucible, now);
  const stats = [
    {
      label: "Prize pool",
      value: (
        <>
          {number(pool)}
          <Unit />
        </>
      ),
      gold: true,
    },
    { label: state.clock.label, value: <Clock state={state} now={now} /> },
    { label: "Entries", value: number(entries) },
  ];
  return (
    <article className="feature">
      {cover ? <Picture media={cover} alt="" sizes="(max-width: 56rem) 96vw, 46rem" soon /> : <NoPicture words="" />}
      <div>
        <p className="row">
          <Pill tone="gold" plain>
            {featured ? "Featured" : "Largest pool"}
          </Pill>
          <span className={`state ${state.tone}`}>{state.line}</span>
        </p>
        <h3>
          <Link to={pathOf(crucible)}>{name}</Link>
        </h3>
        {summary ? <p>{summary}</p> : null}
        <Stats stats={stats} />
        <p className="row actions">
          {entries > 1 ? (
            <Link className="btn primary" to={`/crucibles/${id}/judge`}>
              Judge pairs
            </Link>
          ) : null}
          <Link className={entries > 1 ? "btn" : "btn primary"} to={pathOf(crucible)}>
            View crucible
          </Link>
        </p>
      </div>
    </article>
  );
}
