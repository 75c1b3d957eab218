import type { ReactNode } from "react";
import { classes } from "./classes";

export function Chip({ on = false, children }: { on?: boolean; children: ReactNode }) {
  return <span className={classes("chip", on && "on")}>{children}</span>;
}
