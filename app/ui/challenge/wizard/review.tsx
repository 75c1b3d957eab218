import { Form, Link } from "@remix-run/react";
import { useMemo } from "react";
import type { ReactNode } from "react";
import { durations } from "~/domain/challenge/schema";
import { contentRatingNames } from "~/domain/media/content-ratings";
import { PriceButton } from "~/ui/contest/price-button";
import { idOf, textOf, textsOf } from "~/ui/contest/wizard-fields";
import { Saved } from "~/ui/contest/wizard-form";
import { ErrorSummary } from "~/ui/parts/error-summary";
import type { FieldError } from "~/ui/parts/error-summary";
import { buzz, list, number } from "~/ui/parts/format";
import { Icon } from "~/ui/parts/icon";
import { walletText } from "~/ui/parts/wallet-words";
import { stepTitles } from "./fields";
import type { StepName, Wizard } from "./fields";

type Props = { wizard: Wizard; models: string[]; requestKey: string; refusals: string[] };

/** Everything that was decided, in words, and the button that makes it so. */
export function ChallengeReview({ wizard, models, requestKey, refusals }: Props) {
  const broken = useMemo<FieldError[]>(() => refusals.map((words) => ({ words })), [refusals]);
  const { typed } = wizard;
  return (
    <Form className="body stack" method="post" action="/challenges/new/review" aria-labelledby="step">
      <h2 id="step" className="vh">
        Review
      </h2>
      <ErrorSummary errors={broken} />
      <RemainingSteps steps={wizard.steps} />
      <Part step="theme" rows={themeRows(typed)}>
        <p className="as-typed">{textOf(typed, "description").trim() || "No description."}</p>
      </Part>
      <Part step="entry" rows={entryRows(typed, models)} />
      <Part step="judging" rows={judgingRows(typed)}>
        <p className="as-typed">{textOf(typed, "prompt").trim() || "No further instructions."}</p>
      </Part>
      <Part step="prizes" rows={prizeRows(wizard)} />
      <input type="hidden" name="requestKey" value={requestKey} />
      <input type="hidden" name="seen" value={wizard.savedAt ?? 0} />
      <div className="formbar">
        <Link className="btn" to="/challenges/new/prizes">
          <Icon name="left" />
          Back
        </Link>
        <Saved at={wizard.savedAt} />
        <Open wizard={wizard} />
      </div>
    </Form>
  );
}

type Rows = [string, string][];

function themeRows(typed: Wizard["typed"]): Rows {
  return [
    ["Title", textOf(typed, "title") || "–"],
    ["Theme", textOf(typed, "theme") || "–"],
    ["Invitation", textOf(typed, "invitation") || "–"],
  ];
}

function entryRows(typed: Wizard["typed"], models: string[]): Rows {
  const run = durations.find(({ hours }) => String(hours) === textOf(typed, "duration"));
  const levels = textsOf(typed, "level").reduce((set, bit) => set | Number(bit), 0);
  const start = textOf(typed, "start") === "at" ? textOf(typed, "startsAt").replace("T", " ") : "When you open it";
  const named = { any: "Any", featured: `${list(models)}, or any other`, required: `Only ${list(models, "or")}` };
  return [
    ["Runs for", run?.words ?? "–"],
    ["Starts", start],
    ["Entries", `${textOf(typed, "perPerson")} per person, ${textOf(typed, "cap")} in total`],
    ["Content ratings", contentRatingNames(levels).join(", ") || "–"],
    ["Images", textOf(typed, "fresh") === "yes" ? "Made for this" : "Any of one’s library"],
    ["Models", named[(textOf(typed, "models") || "any") as keyof typeof named] ?? "Any"],
  ];
}

function judgingRows(typed: Wizard["typed"]): Rows {
  const percents = textsOf(typed, "percent");
  const rows = textsOf(typed, "label").map((label, at): [string, string] => [label, `${percents[at] || 0}%`]);
  return rows.filter(([label]) => label !== "");
}

function prizeRows({ typed, cost, judge }: Wizard): Rows {
  return [
    ["Prizes", textsOf(typed, "prize").join(", ")],
    ["Judge", judge === "people" ? "People" : textOf(typed, "judge") === "careful" ? "Careful" : "Standard"],
    ["Reviews", number(cost.looks.reviews)],
    ["To open it", buzz(cost.all)],
  ];
}

function RemainingSteps({ steps }: Pick<Wizard, "steps">) {
  const open = steps.flatMap(({ step, errors }) => errors.map((error) => ({ step, error })));
  if (open.length === 0) return null;
  return (
    <section className="summary" aria-labelledby="todo">
      <h2 id="todo">{open.length === 1 ? "1 thing left to do" : `${open.length} things left to do`}</h2>
      <ul>
        {open.map(({ step, error }) => (
          <li key={`${step}-${idOf(error)}`}>
            <Link to={`/challenges/new/${step}?check#${idOf(error)}`}>{`${stepTitles[step]}: ${error.words}`}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Part({ step, rows, children }: { step: StepName; rows: Rows; children?: ReactNode }) {
  const id = `part-${step}`;
  return (
    <section className="panel stack" aria-labelledby={id}>
      <div className="row between">
        <h3 id={id}>{stepTitles[step]}</h3>
        <Link to={`/challenges/new/${step}`}>
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

/** Where it cannot be opened yet, the words beside it say why. */
function Open({ wizard: { steps, cost, balance, free } }: { wizard: Wizard }) {
  const price = free ? 0 : cost.all;
  const short = balance < price;
  const open = steps.some(({ errors }) => errors.length > 0);
  if (!short && !open) return <PriceButton price={price}>Open it</PriceButton>;
  return (
    <span className="stuck">
      <PriceButton price={price} disabled aria-describedby="stuck">
        Open it
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
