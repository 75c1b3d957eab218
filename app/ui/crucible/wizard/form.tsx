import { Form, Link, useLocation } from "@remix-run/react";
import { useMemo, useState } from "react";
import type { ReactNode } from "react";
import type { DraftError } from "~/domain/contest/drafting";
import { useAutosave } from "./autosave";
import { ErrorSummary } from "~/ui/parts/error-summary";
import { Icon } from "~/ui/parts/icon";
import { clockTime } from "~/ui/parts/format";
import { stepTitles, summaryOf } from "./fields";
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

/** One step: its fields, kept as they are typed where scripts run, and the ways back and on. */
export function WizardForm({ step, errors, wizard, files = false, back, next, children }: Props) {
  const action = `/crucibles/new/${step}`;
  const keeping = useAutosave(action);
  const summary = useMemo(() => summaryOf(errors), [errors]);
  return (
    <Form
      className="body stack"
      method="post"
      action={action}
      encType={files ? "multipart/form-data" : undefined}
      noValidate
      aria-labelledby="step"
      {...keeping}
    >
      <h2 id="step" className="vh">
        {stepTitles[step]}
      </h2>
      {/* What Enter presses: the first button of a form, wherever the others stand. */}
      <button hidden>{next}</button>
      <ErrorSummary errors={summary} />
      {children}
      <div className="formbar">
        {back ? (
          <Link className="btn" to={back.to}>
            <Icon name="left" />
            Back
          </Link>
        ) : (
          <Link className="btn" to="/crucibles">
            Exit
          </Link>
        )}
        <Saved at={wizard.savedAt} />
        <button className="btn primary">
          {next}
          <Icon name="right" />
        </button>
      </div>
    </Form>
  );
}

export function Saved({ at }: { at: number | null }) {
  if (at === null) return null;
  return (
    <span className="meta no-phone">
      Draft saved at <time dateTime={new Date(at).toISOString()}>{clockTime(at)} UTC</time>
    </span>
  );
}

/** What to mark in a step: what its form was sent back with or, coming from the review, what is wrong in the draft. */
export function useStepErrors(step: StepName, answer: { errors: DraftError[] } | undefined, wizard: Wizard) {
  const { search } = useLocation();
  const [arrived] = useState(() => (new URLSearchParams(search).has("check") ? mistakesOf(step, wizard) : []));
  return answer?.errors ?? arrived;
}

function mistakesOf(step: StepName, { steps }: Wizard) {
  return steps.find((one) => one.step === step)!.errors;
}
