import { SubjectLink } from "./subject-link";
import { When } from "../parts/when";
import { sentence } from "../parts/format";

export type AuditRow = {
  id: number;
  actor: { id: number; username: string | null };
  action: string;
  subject: string;
  reason: string;
  /** JSON. */
  data: string;
  createdAt: number;
};

/** Moderator actions, newest first. */
export function AuditTable({ rows, now }: { rows: AuditRow[]; now: number }) {
  return (
    <section>
      <table className="table ledger">
        <caption className="vh">Moderator actions, newest first</caption>
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">What</th>
            <th scope="col" className="wide-only">
              By
            </th>
            <th scope="col" className="wide-only">
              Reason
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, actor, action, subject, reason, data, createdAt }) => (
            <tr key={id}>
              <td>
                <When at={createdAt} now={now} form="short" />
              </td>
              <th scope="row">
                <span className="strong">{sentence(action.replaceAll("-", " "))}</span>{" "}
                <SubjectLink subject={subject} />
                {data === "{}" ? null : (
                  <small>
                    <code>{data}</code>
                  </small>
                )}
                <small className="phone-sub">
                  {actor.username}: {reason}
                </small>
              </th>
              <td className="wide-only">{actor.username ?? "–"}</td>
              <td className="wide-only">{reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
