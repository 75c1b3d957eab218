import { Link } from "@remix-run/react";

type Props = { title: string; words: string; back: { to: string; label: string } };

/** What a button answers when it could not do its work: why, and the way back. */
export function Refusal({ title, words, back }: Props) {
  return (
    <main id="main" className="wrap narrow lost">
      <img src="/mark.svg" width="64" height="64" alt="" />
      <h1>{title}</h1>
      <p>{words}</p>
      <p className="row"><Link className="btn primary" to={back.to}>{back.label}</Link></p>
    </main>
  );
}

type Reply = { error?: Record<string, string[] | null> | null } | undefined;

/** The first thing that a form's reply says is wrong. */
export function firstMistake(reply: Reply) {
  return Object.values(reply?.error ?? {}).flatMap((words) => words ?? [])[0] ?? "Nothing was changed.";
}
