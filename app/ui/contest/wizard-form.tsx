import { Form, Link, useLocation } from "@remix-run/react";
import { useMemo, useState } from "react";
import type { ReactNode } from "react";
import type { DraftError } from "~/domain/contest/drafting";
import { ErrorSummary } from "~/ui/parts/error-summary";
import { clockTime } from "~/ui/parts/format";
import { Icon } from "~/ui/parts/icon";
import { useAutosave } from "./autosave";
import { summaryOf } from "./wizard-fields";

type Props = {
  /** The address of this step. */
  action: string;
  title: string;
  errors: readonly DraftError[];
  savedAt: number | null;
  files?: boolean;
  back?: { to: string };
  /** Where one goes who leaves at the first step. */
  exit: string;
  next: string;
  children: ReactNode;
};

/** One step of a wizard: its fields, kept as they are typed where scripts run, and the ways back and on. */
export function WizardStepForm({ action, title, errors, savedAt, files = false, back, exit, next, children }: Props) {
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
        {title}
      </h2>
      {/* What Enter presses: the first button of a form, wherever the others stand. */}
      <button hidden>{next}</button>
      <ErrorSummary errors={summary} />
      {children}
      <div className="formbar">
        <Back back={back} exit={exit} />
        <Saved at={savedAt} />
        <button className="btn primary">
          {next}
          <Icon name="right" />
        </button>
      </div>
    </Form>
  );
}

function Back({ back, exit }: Pick<Props, "back" | "exit">) {
  if (!back)
    return (
      <Link className="btn" to={exit}>
        Exit
      </Link>
    );
  return (
    <Link className="btn" to={back.to}>
      <Icon name="left" />
      Back
    </Link>
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

type Steps<Step> = readonly { step: Step; errors: DraftError[] }[];

/** What to mark in a step: what its form was sent back with or, coming from the review, what is wrong in the draft. */
export function useWizardErrors<Step>(step: Step, answer: { errors: DraftError[] } | undefined, steps: Steps<Step>) {
  const { search } = useLocation();
  const [arrived] = useState(() => (new URLSearchParams(search).has("check") ? mistakesOf(step, steps) : []));
  return answer?.errors ?? arrived;
}

function mistakesOf<Step>(step: Step, steps: Steps<Step>) {
  return steps.find((one) => one.step === step)!.errors;
}
