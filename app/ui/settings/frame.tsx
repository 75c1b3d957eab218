import type { ReactNode } from "react";
import { Tabs } from "../parts/tabs";

const tabs = [
  { to: "/settings", label: "Display" },
  { to: "/settings/security", label: "Sign-in and security" },
  { to: "/settings/tokens", label: "Connected apps" },
  { to: "/settings/data", label: "Your data" },
];

/** The pages of the settings, one heading over all of them. */
export function SettingsFrame({ at, children }: { at: string; children: ReactNode }) {
  return (
    <main id="main" className="wrap narrow stack">
      <h1>Settings</h1>
      <Tabs label="Settings" tabs={tabs.map((tab) => ({ ...tab, current: tab.to === at }))} />
      {children}
    </main>
  );
}
