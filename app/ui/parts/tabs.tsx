import { Link } from "@remix-run/react";
import { number } from "./format";

export type Tab = { to: string; label: string; count?: number; current?: boolean };

/** Tabs are links, each with an address of its own. */
export function Tabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <Link key={tab.to} to={tab.to} aria-current={tab.current ? "page" : undefined} preventScrollReset>
          {tab.label}
          {tab.count === undefined ? null : (
            <>
              {" "}
              <span>{number(tab.count)}</span>
            </>
          )}
        </Link>
      ))}
    </nav>
  );
}
