import { Link } from "@remix-run/react";
import { deskOf } from "~/domain/moderation/desk";

/** What an act or a report is about, `media:7`, with the way there where there is one. */
export function SubjectLink({ subject }: { subject: string }) {
  const [kind = "", id] = subject.split(":");
  const words = `${kind.replace("-", " ")}${id ? ` ${id}` : ""}`;
  const way = deskOf(subject);
  return way ? <Link to={way}>{words}</Link> : <>{words}</>;
}
