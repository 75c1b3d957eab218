import { Link } from "@remix-run/react";
import type { ReactNode, Ref } from "react";

type Props = { to: string | null; link?: Ref<HTMLParagraphElement>; loading?: boolean; children: ReactNode };

/** The way to the next page of a list; nothing on its last. With `link` of `useMorePages` it is taken by scrolling there. */
export function LoadMore({ to, link, loading = false, children }: Props) {
  if (to === null) return null;
  return (
    <p className="more" ref={link}>
      <Link className="btn" to={to} preventScrollReset aria-busy={loading || undefined}>
        {loading ? "Loading…" : children}
      </Link>
    </p>
  );
}
