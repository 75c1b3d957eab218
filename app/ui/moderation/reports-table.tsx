import { Link } from "@remix-run/react";
import { PersonLink } from "../parts/person";
import { SubjectLink } from "./subject-link";
import { When } from "../parts/when";
import { count } from "../parts/format";

export type ReportRow = {
  id: number;
  reporter: { id: number; username: string | null };
  subjectKind: string;
  subjectId: number;
  reason: string;
  createdAt: number;
  resolvedAt: number | null;
  resolution: string | null;
  openAboutSame: number;
};

/** Reports, oldest first. */
export function ReportsTable({ items, open, now }: { items: ReportRow[]; open: boolean; now: number }) {
  return (
    <section>
      <table className="table ledger">
        <caption className="vh">{open ? "Open reports" : "Resolved reports"}, oldest first</caption>
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">What</th>
            <th scope="col" className="wide-only">
              By
            </th>
            <th scope="col" className="n">
              {open ? <span className="vh">Act</span> : "Outcome"}
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((row) => (
            <One key={row.id} row={row} now={now} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function One({ row, now }: { row: ReportRow; now: number }) {
  const others = row.openAboutSame - 1;
  return (
    <tr>
      <td>
        <When at={row.createdAt} now={now} form="short" />
      </td>
      <th scope="row">
        <SubjectLink subject={`${row.subjectKind}:${row.subjectId}`} />
        <small>
          “{row.reason}”
          {row.resolvedAt === null && others > 0 ? `, and ${count(others, "other report")} about the same thing` : ""}
        </small>
      </th>
      <td className="wide-only">{row.reporter.username ? <PersonLink name={row.reporter.username} /> : "–"}</td>
      <td className={row.resolvedAt === null ? "n" : undefined}>
        {row.resolvedAt === null ? (
          <Link className="btn" to={`/moderation/reports/${row.id}`}>
            Resolve<span className="vh"> report {row.id}</span>
          </Link>
        ) : (
          row.resolution
        )}
      </td>
    </tr>
  );
}
