import type { DraftError, Typed } from "~/domain/contest/drafting";
import type { MediaView } from "~/ui/parts/picture";
import { wizardText } from "./wizard-words";

export type StepName = "basics" | "entry" | "prizes";

/** What the wizard's frame knows and its steps show; instants in milliseconds. */
export type Wizard = {
  typed: Typed;
  steps: { step: StepName; started: boolean; errors: DraftError[] }[];
  prices: { label: string; amount: number }[];
  setupFee: number;
  /** In the wallet that would pay, which is the blue one where `blue`. */
  balance: number;
  blue: boolean;
  cover: MediaView | null;
  creator: string;
  savedAt: number | null;
  now: number;
};

export const stepTitles = { basics: "Basics", entry: wizardText.entryRules, prizes: "Prizes" } as const;
