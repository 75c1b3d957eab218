import { Link } from "@remix-run/react";
import { classes } from "~/ui/parts/classes";
import { Icon } from "~/ui/parts/icon";

type Step = { step: string; title: string; done: boolean };
type Props = { base: string; steps: readonly Step[]; path: string };

/** The steps of a wizard; any of them can be gone to at any time. */
export function StepLinks({ base, steps, path }: Props) {
  const all = [...steps, { step: "review", title: "Review", done: false }];
  return (
    <nav aria-label="Steps">
      <ol className={classes("steps", all.length === 5 && "five")}>
        {all.map(({ step, title, done }, at) => {
          const to = `${base}/${step}`;
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
