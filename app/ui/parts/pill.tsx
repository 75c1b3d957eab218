import type { ReactNode } from "react";
import { classes } from "./classes";

export type Tone = "active" | "soon" | "up" | "gold" | "";

/** A short word on a tint; `plain` has no dot. */
export function Pill({ tone = "", plain = false, children }: { tone?: Tone; plain?: boolean; children: ReactNode }) {
  return <span className={classes("pill", tone, plain && "plain")}>{children}</span>;
}
