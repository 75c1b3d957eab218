import { Link } from "@remix-run/react";
import { Avatar } from "../parts/avatar";
import { Medal } from "../parts/medal";
import { Name } from "../parts/person";
import { Pill } from "../parts/pill";
import { number } from "../parts/format";

export type PeopleRow = { id: number; username: string; score: number; rank: number; membership: "free" | "supporter" };

/** People by score; equal scores share a place. */
export function PeopleTable({ people, me }: { people: PeopleRow[]; me: number | null }) {
  return (
    <section>
      <table className="table">
        <caption className="vh">People by score, highest first</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="vh">Place</span>#
            </th>
            <th scope="col">Person</th>
            <th scope="col" className="n">
              Score
            </th>
          </tr>
        </thead>
        <tbody>
          {people.map(({ id, username, score, rank, membership }) => (
            <tr key={id} className={id === me ? "me" : undefined}>
              <td>
                <Medal place={rank} />
              </td>
              <th scope="row">
                <Link className="who" to={`/people/${encodeURIComponent(username)}`}>
                  <Avatar name={username} />
                  <span>
                    <Name name={username} />
                    {id === me ? <small>you</small> : null}
                  </span>
                  {membership === "supporter" ? (
                    <Pill tone="gold" plain>
                      Supporter
                    </Pill>
                  ) : null}
                </Link>
              </th>
              <td className="n">
                <b>{number(score)}</b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
