import type { ReactNode } from "react";
import { moderationTabs } from "~/domain/moderation/desk";
import { Tabs } from "../parts/tabs";

/** The pages of moderators; a page below a tab says so by `at`. */
export function ModerationFrame({ at, title, children }: { at: string; title: string; children: ReactNode }) {
  return (
    <main id="main" className="wrap stack">
      <h1>{title}</h1>
      <Tabs label="Moderation" tabs={moderationTabs.map(({ to, label }) => ({ to, label, current: to === at }))} />
      {children}
    </main>
  );
}
