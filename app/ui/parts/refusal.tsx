import { Link } from "@remix-run/react";
import type { ReactNode } from "react";

type Answer = { error?: Record<string, string[] | null> | null } | null | undefined;

type Words = { answer: Answer; back: { to: string; words: string } };
/** Where something was typed, the form itself: it says what was wrong, and keeps what was typed. */
type Again = { again: ReactNode };

/** What a button that could not do its work answers with, where no form stands to put the words beside. */
export function Refusal({ title, ...rest }: { title: string } & (Words | Again)) {
  if ("again" in rest)
    return (
      <main id="main" className="wrap narrow stack">
        <h1>{title}</h1>
        {rest.again}
      </main>
    );
  const { answer, back } = rest;
  const words = Object.values(answer?.error ?? {}).flatMap((some) => some ?? []);
  return (
    <main id="main" className="wrap narrow lost">
      <h1>{title}</h1>
      <p role="alert">{words.join(" ") || "Something went wrong. Nothing was changed."}</p>
      <p className="row">
        <Link className="btn primary" to={back.to}>
          {back.words}
        </Link>
      </p>
    </main>
  );
}
