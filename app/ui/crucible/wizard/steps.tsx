import { Link } from "@remix-run/react";
import { Icon } from "~/ui/parts/icon";
import { stepTitles } from "./fields";
import type { Wizard } from "./fields";

/** The four steps; any of them can be gone to at any time. */
export function WizardSteps({ steps, path }: { steps: Wizard["steps"]; path: string }) {
  const all = steps.map(({ step, started, errors }) => ({
    step,
    title: stepTitles[step],
    done: started && errors.length === 0,
  }));
  return (
    <nav aria-label="Steps">
      <ol className="steps">
        {[...all, { step: "review", title: "Review", done: false }].map(({ step, title, done }, at) => {
          const to = `/crucibles/new/${step}`;
          const ticked = done && to !== path;
          return (
            <li key={step} className={ticked ? "done" : undefined}>
              <Link to={to} aria-current={to === path ? "step" : undefined}>
                <span className="dot">{ticked ? <Icon name="check" /> : at + 1}</span>
                {title}
                {ticked ? <span className="vh"> (done)</span> : null}
              </Link>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
