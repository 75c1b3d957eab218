import { Link } from "@remix-run/react";

type Answer = { error?: Record<string, string[] | null> | null } | null | undefined;

/** What a button that could not do its work answers with, where no form stands to put the words beside. */
export function Refusal({ title, answer, back }: { title: string; answer: Answer; back: { to: string; words: string } }) {
  const words = Object.values(answer?.error ?? {}).flatMap((some) => some ?? []);
  return (
    <main id="main" className="wrap narrow lost">
      <h1>{title}</h1>
      <p role="alert">{words.join(" ") || "That did not work, and nothing was changed."}</p>
      <p className="row"><Link className="btn primary" to={back.to}>{back.words}</Link></p>
    </main>
  );
}
