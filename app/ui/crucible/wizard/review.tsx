import { Form, Link } from "@remix-run/react";
import { useMemo } from "react";
import type { ReactNode } from "react";
import { ErrorSummary } from "~/ui/parts/error-summary";
import type { FieldError } from "~/ui/parts/error-summary";
import { Icon } from "~/ui/parts/icon";
import { PriceButton } from "~/ui/contest/price-button";
import { PrizeBar } from "~/ui/contest/prize-bar";
import { idOf, textOf, textsOf } from "~/ui/contest/wizard-fields";
import { stepTitles } from "./fields";
import type { StepName, Wizard } from "./fields";
import { Saved } from "~/ui/contest/wizard-form";
import { basicsText, entryText, prizesText } from "./words";
import { walletText } from "~/ui/parts/wallet-words";
import { wizardText } from "./wizard-words";

type Props = { wizard: Wizard; models: string[]; requestKey: string; refusals: string[] };

/** Everything that was decided, in words, and the button that makes it so. */
export function WizardReview({ wizard, models, requestKey, refusals }: Props) {
  const { typed, steps } = wizard;
  const broken = useMemo<FieldError[]>(() => refusals.map((words) => ({ words })), [refusals]);
  const custom = typed.split === "custom";
  const shares = custom
    ? textsOf(typed, "share")
        .map(Number)
        .filter((share) => share > 0)
    : [50, 30, 20];
  return (
    <Form className="body stack" method="post" action="/crucibles/new/review" aria-labelledby="step">
      <h2 id="step" className="vh">
        Review
      </h2>
      <ErrorSummary errors={broken} />
      <RemainingSteps steps={steps} />
      <Part step="basics" rows={basicsText(wizard)}>
        <p className="as-typed">{textOf(typed, "description").trim() || "No description."}</p>
      </Part>
      <Part step="entry" rows={entryText(typed, models)} />
      <Part step="prizes" rows={prizesText(shares, custom)}>
        <PrizeBar percents={shares} tall />
      </Part>
      <input type="hidden" name="requestKey" value={requestKey} />
      <input type="hidden" name="seen" value={wizard.savedAt ?? 0} />
      <div className="formbar">
        <Link className="btn" to="/crucibles/new/prizes">
          <Icon name="left" />
          Back
        </Link>
        <Saved at={wizard.savedAt} />
        <Create wizard={wizard} />
      </div>
    </Form>
  );
}

function RemainingSteps({ steps }: Pick<Wizard, "steps">) {
  const open = steps.flatMap(({ step, errors }) => errors.map((error) => ({ step, mistake: error })));
  if (open.length === 0) return null;
  return (
    <section className="summary" aria-labelledby="todo">
      <h2 id="todo">{wizardText.thingsLeft(open.length)}</h2>
      <ul>
        {open.map(({ step, mistake: error }) => (
          <li key={`${step}-${idOf(error)}`}>
            <Link to={`/crucibles/new/${step}?check#${idOf(error)}`}>{`${stepTitles[step]}: ${error.words}`}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

type PartProps = { step: StepName; rows: [string, string][]; children?: ReactNode };

function Part({ step, rows, children }: PartProps) {
  const id = `part-${step}`;
  return (
    <section className="panel stack" aria-labelledby={id}>
      <div className="row between">
        <h3 id={id}>{stepTitles[step]}</h3>
        <Link to={`/crucibles/new/${step}`}>
          Change<span className="vh"> {stepTitles[step].toLowerCase()}</span>
        </Link>
      </div>
      <dl className="sum terms">
        {rows.map(([what, words]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      {children}
    </section>
  );
}

/** Where it cannot be created yet, the words beside it say why. */
function Create({ wizard: { steps, setupFee, balance, blue } }: { wizard: Wizard }) {
  const short = balance < setupFee;
  const open = steps.some(({ errors }) => errors.length > 0);
  if (!short && !open)
    return (
      <PriceButton price={setupFee} blue={blue}>
        Create
      </PriceButton>
    );
  return (
    <span className="stuck">
      <PriceButton price={setupFee} disabled aria-describedby="stuck">
        Create
      </PriceButton>
      <span className="why" id="stuck">
        {open ? (
          "Complete the items above first."
        ) : (
          <>
            Not enough Buzz. <Link to="/wallet">{walletText.goToWallet}</Link>
          </>
        )}
      </span>
    </span>
  );
}
