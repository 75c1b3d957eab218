import type { ReactNode } from "react";
import type { DraftError } from "~/domain/contest/drafting";
import { useWizardErrors, WizardStepForm } from "~/ui/contest/wizard-form";
import { StepLinks } from "~/ui/contest/wizard-steps";
import { stepTitles } from "./fields";
import type { StepName, Wizard } from "./fields";

const BASE = "/challenges/new";

type Props = {
  step: StepName;
  errors: readonly DraftError[];
  wizard: Wizard;
  files?: boolean;
  back?: StepName;
  next: string;
  children: ReactNode;
};

/** One step of opening a challenge. */
export function ChallengeStepForm({ step, wizard, back, ...form }: Props) {
  const place = { action: `${BASE}/${step}`, title: stepTitles[step], exit: "/challenges" };
  return (
    <WizardStepForm {...place} savedAt={wizard.savedAt} back={back ? { to: `${BASE}/${back}` } : undefined} {...form} />
  );
}

/** What to mark in a step. */
export function useStepErrors(step: StepName, answer: { errors: DraftError[] } | undefined, { steps }: Wizard) {
  return useWizardErrors(step, answer, steps);
}

/** The five steps. */
export function ChallengeSteps({ steps, path }: { steps: Wizard["steps"]; path: string }) {
  const all = steps.map(({ step, started, errors }) => ({
    step,
    title: stepTitles[step],
    done: started && errors.length === 0,
  }));
  return <StepLinks base={BASE} steps={all} path={path} />;
}
