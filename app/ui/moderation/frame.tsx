import type { ReactNode } from "react";
import { Tabs } from "../tabs";

const tabs = [
  { to: "/moderation", label: "Reports" },
  { to: "/moderation/people", label: "Users" },
  { to: "/moderation/levels", label: "Content ratings" },
  { to: "/moderation/featured", label: "Featured" },
  { to: "/moderation/votes", label: "Votes" },
  { to: "/moderation/catalogue", label: "Catalog" },
  { to: "/moderation/log", label: "Audit log" },
  { to: "/moderation/ledger", label: "Ledger" },
];

/** The pages of moderators; a page below a tab says so by `at`. */
export function ModerationFrame({ at, title, children }: { at: string; title: string; children: ReactNode }) {
  return (
    <main id="main" className="wrap stack">
      <h1>{title}</h1>
      <Tabs label="Moderation" tabs={tabs.map((tab) => ({ ...tab, current: tab.to === at }))} />
      {children}
    </main>
  );
}
