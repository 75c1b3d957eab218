import { StepLinks } from "~/ui/contest/wizard-steps";
import { stepTitles } from "./fields";
import type { Wizard } from "./fields";

/** The steps of creating a crucible. */
export function WizardSteps({ steps, path }: { steps: Wizard["steps"]; path: string }) {
  const all = steps.map(({ step, started, errors }) => ({
    step,
    title: stepTitles[step],
    done: started && errors.length === 0,
  }));
  return <StepLinks base="/crucibles/new" steps={all} path={path} />;
}
