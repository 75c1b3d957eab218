import type { ReactNode } from "react";
import { classes } from "../parts/classes";
import { Pill } from "../parts/pill";
import type { CrucibleState } from "./state";

export function StatePill({ state }: { state: CrucibleState }) {
  return <Pill tone={state.tone}>{state.pill}</Pill>;
}

/** Dot and words: what one can do now. */
export function StateLine({ tone, children }: { tone: CrucibleState["tone"]; children: ReactNode }) {
  return <p className={classes("state", tone)}>{children}</p>;
}
