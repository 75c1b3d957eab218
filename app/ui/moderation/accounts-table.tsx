import { Link } from "@remix-run/react";
import { Name } from "../parts/person";
import { Pill } from "../parts/pill";
import { When } from "../parts/when";
import { number } from "../parts/format";

export type AccountRow = {
  id: number;
  username: string;
  email: string | null;
  role: "user" | "moderator" | "admin";
  membership: "free" | "supporter";
  score: number;
  bannedAt: number | null;
  createdAt: number;
};

/** People as moderators look for them. */
export function AccountsTable({ items, now }: { items: AccountRow[]; now: number }) {
  return (
    <section>
      <table className="table">
        <caption className="vh">Users, newest first</caption>
        <thead>
          <tr>
            <th scope="col">User</th>
            <th scope="col">Role and status</th>
            <th scope="col" className="n">
              Score
            </th>
            <th scope="col" className="n wide-only">
              Joined
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Link className="who" to={`/moderation/people/${row.id}`}>
                  <span>
                    <Name name={row.username} />
                    <small>{row.email ?? "no email"}</small>
                  </span>
                </Link>
              </th>
              <td>
                <Marks row={row} />
              </td>
              <td className="n">{number(row.score)}</td>
              <td className="n wide-only">
                <When at={row.createdAt} now={now} form="short" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

export function Marks({
  row: { role, membership, bannedAt },
}: {
  row: Pick<AccountRow, "role" | "membership" | "bannedAt">;
}) {
  return (
    <span className="row">
      {bannedAt === null ? null : (
        <Pill tone="soon" plain>
          Banned
        </Pill>
      )}
      {role === "user" ? null : (
        <Pill tone="up" plain>
          {role === "admin" ? "Admin" : "Moderator"}
        </Pill>
      )}
      {membership === "supporter" ? (
        <Pill tone="gold" plain>
          Supporter
        </Pill>
      ) : null}
    </span>
  );
}
