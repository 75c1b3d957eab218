import { Link } from "@remix-run/react";
import { number } from "../parts/format";
import { moderationText } from "./moderation-words";

export type VersionRow = {
  versionId: number;
  modelId: number;
  kind: string;
  name: string;
  version: string;
  named: boolean;
  baseModel: string | null;
  seen: number;
};

/** Model versions, with what moderators may do about each. */
export function VersionsTable({ items }: { items: VersionRow[] }) {
  return (
    <section>
      <table className="table">
        <caption className="vh">Model versions</caption>
        <thead>
          <tr>
            <th scope="col">Model</th>
            <th scope="col" className="wide-only">
              {moderationText.baseModel}
            </th>
            <th scope="col" className="n wide-only">
              Seen
            </th>
            <th scope="col">Change</th>
          </tr>
        </thead>
        <tbody>
          {items.map((row) => (
            <One key={row.versionId} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function One({ row: { versionId, kind, name, version, named, baseModel, seen } }: { row: VersionRow }) {
  const at = `/moderation/catalog/${versionId}`;
  const of = (
    <span className="vh">
      {" "}
      of {name} {version}
    </span>
  );
  return (
    <tr>
      <th scope="row">
        <span className="who">
          <span>
            {name} {version}
            <small>
              {kind}, number {versionId}
              {named ? "" : ", only seen in files"}
            </small>
          </span>
        </span>
      </th>
      <td className="wide-only">{baseModel ?? <span className="dim">unknown</span>}</td>
      <td className="n wide-only">{number(seen)}</td>
      <td>
        <span className="row">
          <Link to={`${at}/name`}>Name{of}</Link>
          <Link to={`${at}/base`}>Base{of}</Link>
          <Link to={`${at}/merge`}>Merge{of}</Link>
        </span>
      </td>
    </tr>
  );
}
