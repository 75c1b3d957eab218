import type { ReactNode } from "react";
import { classes } from "./classes";
import type { CrucibleState } from "./crucible/state";

type Tone = CrucibleState["tone"] | "gold";

/** A short word on a tint; `plain` has no dot. */
export function Pill({ tone = "", plain = false, children }: { tone?: Tone; plain?: boolean; children: ReactNode }) {
  return <span className={classes("pill", tone, plain && "plain")}>{children}</span>;
}

export function StatePill({ state }: { state: CrucibleState }) {
  return <Pill tone={state.tone}>{state.pill}</Pill>;
}

/** Dot and words: what one can do now. */
export function StateLine({ tone, children }: { tone: CrucibleState["tone"]; children: ReactNode }) {
  return <p className={classes("state", tone)}>{children}</p>;
}
