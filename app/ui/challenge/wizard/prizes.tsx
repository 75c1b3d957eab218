import { lookPrices, prizes as bounds, reviews } from "~/domain/challenge/schema";
import type { DraftError } from "~/domain/contest/drafting";
import { PrizeBar } from "~/ui/contest/prize-bar";
import { fieldsOf, textsOf } from "~/ui/contest/wizard-fields";
import { Buzz } from "~/ui/parts/buzz";
import { TextField } from "~/ui/parts/field";
import { ordinal } from "~/ui/parts/format";
import { Icon } from "~/ui/parts/icon";
import { Medal } from "~/ui/parts/medal";
import { RadioCards } from "~/ui/parts/options";
import type { Wizard } from "./fields";

type Props = { wizard: Wizard; errors: readonly DraftError[] };

/** What each place gets, in whole Buzz; one place more or less by buttons that the server answers. */
export function PrizesPanel({ wizard, errors }: Props) {
  const amounts = textsOf(wizard.typed, "prize");
  const numbers = amounts.map((text) => (/^\s*\d{1,6}\s*$/.test(text) ? Number(text) : 0));
  const sum = wizard.cost.prizes;
  return (
    <section className="panel stack form" id="places" tabIndex={-1}>
      <h3>Prizes</h3>
      {sum > 0 ? <PrizeBar percents={numbers.map((amount) => Math.round((amount * 100) / sum))} /> : null}
      <ol className="edit-places buzzes">
        {amounts.map((amount, at) => (
          <Place key={at} at={at} amount={amount} only={amounts.length === 1} errors={errors} />
        ))}
      </ol>
      <div className="row between">
        {amounts.length < bounds.maxPlaces ? (
          <button className="btn" name="intent" value="add-place">
            <Icon name="plus" />
            {`Add ${ordinal(amounts.length + 1)} place`}
          </button>
        ) : null}
        <p className="total-line">
          <Buzz amount={sum} unit /> in prizes
        </p>
      </div>
      <p className="hint meta">Paid in when it opens, and kept until the end. A place that nobody fills comes back.</p>
    </section>
  );
}

type PlaceProps = { at: number; amount: string; only: boolean; errors: readonly DraftError[] };

function Place({ at, amount, only, errors }: PlaceProps) {
  const id = `prize-${at + 1}`;
  const wrong = errors.find((one) => one.field === "prize" && one.at === at);
  return (
    <li>
      <Medal place={at + 1} />
      <label htmlFor={id} className="vh">
        {ordinal(at + 1)} place, Buzz
      </label>
      <span className="affix">
        <input
          className="input"
          id={id}
          name="prize"
          inputMode="numeric"
          autoComplete="off"
          defaultValue={amount}
          aria-invalid={wrong ? true : undefined}
          aria-describedby={wrong ? `${id}-note` : undefined}
        />
        <span>
          <Icon name="buzz" />
        </span>
      </span>
      <span className="amount meta">{at === 0 ? `at least ${bounds.leastFirst}` : "at most the one above"}</span>
      <button className="icon-btn" name="intent" value={`remove-${at + 1}`} disabled={only}>
        <Icon name="x" />
        <span className="vh">Remove {ordinal(at + 1)} place</span>
      </button>
      {wrong ? (
        <span className="error" id={`${id}-note`}>
          <Icon name="warn" />
          {wrong.words}
        </span>
      ) : null}
    </li>
  );
}

/** How many entries are reviewed, and by which judge. Where people judge there is nothing to choose. */
export function ReviewsPanel({ wizard, errors }: Props) {
  const field = fieldsOf(wizard.typed, errors);
  return (
    <section className="panel stack form">
      <h3>How many entries are reviewed</h3>
      <RadioCards
        field={field("by")}
        legend="Reviews"
        legendHidden
        columns="two"
        options={[
          {
            value: "number",
            label: "Up to a number",
            hint: `${reviews.min} to ${reviews.max}, everyone’s first entry first`,
          },
          { value: "share", label: "A share of all entries", hint: "Of the limit on total entries" },
        ]}
      />
      <div className="pairs">
        <TextField
          field={field("reviews")}
          label="Reviews"
          inputMode="numeric"
          autoComplete="off"
          hint="More can be added while it runs."
        />
        <TextField
          field={field("share")}
          label="Share, in percent"
          inputMode="numeric"
          autoComplete="off"
          unit="%"
          hint="Used only with the second choice."
        />
      </div>
      <JudgeChoice wizard={wizard} errors={errors} />
      <p className="row">
        <button className="btn" name="intent" value="reckon">
          Update the cost
        </button>
      </p>
    </section>
  );
}

function JudgeChoice({ wizard, errors }: Props) {
  const field = fieldsOf(wizard.typed, errors);
  if (wizard.judge === "people")
    return (
      <p className="hint meta">
        No model is set up here, so people judge: you score the entries yourself, or a moderator does. Looks cost
        nothing.
      </p>
    );
  if (!wizard.careful) return <input type="hidden" name="judge" value="standard" />;
  return (
    <RadioCards
      field={field("judge")}
      legend="Judge"
      columns="two"
      options={[
        { value: "standard", label: "Standard", hint: `${lookPrices.standard} Buzz a look` },
        { value: "careful", label: "Careful", hint: `A larger model, slower. ${lookPrices.careful} Buzz a look` },
      ]}
    />
  );
}
