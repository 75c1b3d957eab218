import { Link } from "@remix-run/react";
import type { ReactNode } from "react";

/** The way to the next page of a list. */
export function LoadMore({ to, children }: { to: string; children: ReactNode }) {
  return (
    <p className="more">
      <Link className="btn" to={to} preventScrollReset>
        {children}
      </Link>
    </p>
  );
}
