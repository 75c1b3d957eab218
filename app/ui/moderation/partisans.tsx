import { Link } from "@remix-run/react";
import { EmptyState } from "../parts/empty-state";
import { percent } from "../parts/format";
import { PersonLink } from "../parts/person";
import { moderationText } from "./moderation-words";

type Found = {
  crucible: { id: number; name: string };
  entryId: number;
  number: number;
  entrant: string;
  judge: string;
  chance: number;
  wins: number;
  losses: number;
};

/** Judges whose votes for one entry didn’t count, with the evidence. */
export function Partisans({ found }: { found: Found[] }) {
  return (
    <section className="stack" aria-labelledby="partisans">
      <h2 id="partisans">{moderationText.partisans}</h2>
      <p>{moderationText.partisansWhy}</p>
      {found.length === 0 ? (
        <EmptyState icon="check" heading="h3" title={moderationText.noPartisans}>
          Every ended crucible is checked when its votes are counted.
        </EmptyState>
      ) : (
        <div className="overflow-x-auto">
          <table className="table ledger">
            <thead>
              <tr>
                <th scope="col">Judge</th>
                <th scope="col">Entry</th>
                <th scope="col">Chose it</th>
                <th scope="col">Likelihood</th>
              </tr>
            </thead>
            <tbody>
              {found.map((one) => (
                <tr key={`${one.entryId} ${one.judge}`}>
                  <td>
                    <PersonLink name={one.judge} />
                  </td>
                  <td>
                    <Link to={`/entries/${one.entryId}`}>Entry {one.number}</Link> by <PersonLink name={one.entrant} />{" "}
                    in <Link to={`/crucibles/${one.crucible.id}`}>{one.crucible.name}</Link>
                  </td>
                  <td className="num">
                    {one.wins} of {one.wins + one.losses}
                  </td>
                  <td className="num">{percent(one.chance)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
