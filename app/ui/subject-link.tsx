import { Link } from "@remix-run/react";

const ways: Record<string, (id: string) => string> = {
  user: (id) => `/moderation/people/${id}`,
  media: (id) => `/moderation/levels/${id}`,
  crucible: (id) => `/crucibles/${id}`,
  comment: (id) => `/comments/${id}`,
  report: (id) => `/moderation/reports/${id}`,
  "model-version": (id) => `/moderation/catalogue/${id}/base`,
};

/** What an act or a report is about, `media:7`, with the way there where there is one. */
export function SubjectLink({ subject }: { subject: string }) {
  const [kind = "", id] = subject.split(":");
  const words = `${kind.replace("-", " ")}${id ? ` ${id}` : ""}`;
  const way = id ? ways[kind]?.(id) : undefined;
  return way ? <Link to={way}>{words}</Link> : <>{words}</>;
}
