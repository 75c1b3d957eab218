import type { ReactNode } from "react";
import type { DraftError } from "~/domain/contest/drafting";
import { useWizardErrors, WizardStepForm } from "~/ui/contest/wizard-form";
import { stepTitles } from "./fields";
import type { StepName, Wizard } from "./fields";

type Props = {
  step: StepName;
  errors: readonly DraftError[];
  wizard: Wizard;
  files?: boolean;
  back?: { to: string };
  next: string;
  children: ReactNode;
};

/** One step of creating a crucible. */
export function WizardForm({ step, wizard, ...form }: Props) {
  const place = { action: `/crucibles/new/${step}`, title: stepTitles[step], exit: "/crucibles" };
  return <WizardStepForm {...place} savedAt={wizard.savedAt} {...form} />;
}

/** What to mark in a step. */
export function useStepErrors(step: StepName, answer: { errors: DraftError[] } | undefined, { steps }: Wizard) {
  return useWizardErrors(step, answer, steps);
}
