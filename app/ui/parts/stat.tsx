import type { ReactNode } from "react";
import { classes } from "./classes";

export type Stat = { label: string; value: ReactNode; gold?: boolean };

/** Big figures with small labels under them; the label comes first for those who listen. */
export function Stats({ stats, className }: { stats: Stat[]; className?: string }) {
  return (
    <dl className={classes("stats", className)}>
      {stats.map(({ label, value, gold }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className={gold ? "gold" : undefined}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
