import type { DraftError, Typed } from "~/domain/contest/drafting";
import type { Cost } from "~/domain/challenge/opening/pricing";
import type { MediaView } from "~/ui/parts/picture";

export type StepName = "theme" | "entry" | "judging" | "prizes";

/** What the wizard’s frame knows and its steps show; instants in milliseconds. */
export type Wizard = {
  typed: Typed;
  steps: { step: StepName; started: boolean; errors: DraftError[] }[];
  judge: "model" | "people";
  /** Paid by the site: nothing is taken from one’s wallet. */
  free: boolean;
  careful: boolean;
  cost: Cost;
  places: number;
  balance: number;
  cover: MediaView | null;
  creator: string;
  savedAt: number | null;
  now: number;
};

export const stepTitles: Record<StepName, string> = {
  theme: "Theme",
  entry: "Entries",
  judging: "Judging",
  prizes: "Prizes",
};
