import { useSearchParams } from "@remix-run/react";
import type { ReactNode } from "react";
import { Flash } from "../parts/flash";
import { Picture } from "../parts/picture";
import type { MediaView } from "../parts/picture";

export type Winner = { crucible: string; media: MediaView } | null;

/** The way in: a form at the left and, where there is room, what won last. */
export function AuthLayout({
  title,
  winner = null,
  children,
}: {
  title: string;
  winner?: Winner;
  children: ReactNode;
}) {
  return (
    <main id="main" className="wrap door">
      <div className="stack">
        <h1>{title}</h1>
        {children}
      </div>
      {winner ? (
        <figure>
          <Picture media={winner.media} alt={winner.media.alt || `The winner of ${winner.crucible}`} sizes="30rem" />
          <figcaption className="meta">First place in {winner.crucible}</figcaption>
        </figure>
      ) : null}
    </main>
  );
}

/** Where one is taken afterwards, and the field that says so. */
export function ReturnToField() {
  const [search] = useSearchParams();
  const to = search.get("to") ?? "";
  return <input type="hidden" name="to" value={to} />;
}

export function ReturnToNote() {
  const [search] = useSearchParams();
  const to = search.get("to");
  if (!to) return null;
  return (
    <Flash tone="info">
      {to.endsWith("/judge") ? "You’ll go straight back to judging." : "You’ll go straight back to where you were."}
    </Flash>
  );
}

/** The address of another of these pages, with the same way back. */
export function useReturnTo(path: string) {
  const [search] = useSearchParams();
  const to = search.get("to");
  return to ? `${path}?to=${encodeURIComponent(to)}` : path;
}
