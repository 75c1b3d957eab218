import { criteria as bounds, labelLength, questionLength } from "~/domain/challenge/schema";
import type { DraftError, Typed } from "~/domain/contest/drafting";
import { textsOf } from "~/ui/contest/wizard-fields";
import { Icon } from "~/ui/parts/icon";

type Props = { typed: Typed; errors: readonly DraftError[] };

/** The criteria, a row each; a row left empty counts as none. */
export function RubricEditor({ typed, errors }: Props) {
  const [labels, questions, percents] = [
    textsOf(typed, "label"),
    textsOf(typed, "question"),
    textsOf(typed, "percent"),
  ];
  const wrong = errors.filter(({ field }) => ["label", "question", "percent"].includes(field));
  const sum = percents.reduce((all, text) => all + (Number(text) || 0), 0);
  return (
    <fieldset
      className="field"
      id="percent"
      tabIndex={-1}
      aria-describedby={wrong.length > 0 ? "percent-note" : undefined}
    >
      <legend>Criteria</legend>
      <ol className="crit-rows">
        {Array.from({ length: bounds.max }, (_, at) => (
          <Row key={at} at={at} label={labels[at] ?? ""} question={questions[at] ?? ""} percent={percents[at] ?? ""} />
        ))}
      </ol>
      <p className="total-line">
        <output>
          <b>{sum}%</b> of 100% shared out
        </output>
      </p>
      {wrong.length > 0 ? (
        <span className="error" id="percent-note">
          <Icon name="warn" />
          {wrong[0]!.words}
        </span>
      ) : (
        <span className="hint" id="percent-note">
          The theme first, at least {bounds.leastTheme}%. Leave a row empty to do without it.
        </span>
      )}
    </fieldset>
  );
}

type RowProps = { at: number; label: string; question: string; percent: string };

function Row({ at, label, question, percent }: RowProps) {
  const name = label || `Criterion ${at + 1}`;
  return (
    <li>
      <p className="field">
        <label className="vh" htmlFor={`label-${at + 1}`}>
          Criterion {at + 1}
        </label>
        <input
          className="input"
          id={`label-${at + 1}`}
          name="label"
          defaultValue={label}
          maxLength={labelLength}
          readOnly={at === 0}
          autoComplete="off"
        />
      </p>
      <p className="field q">
        <label className="vh" htmlFor={`question-${at + 1}`}>
          What {name} asks
        </label>
        <input
          className="input"
          id={`question-${at + 1}`}
          name="question"
          defaultValue={question}
          maxLength={questionLength}
          autoComplete="off"
        />
      </p>
      <p className="field">
        <label className="vh" htmlFor={`percent-${at + 1}`}>
          {name}, percent
        </label>
        <span className="affix">
          <input
            className="input"
            id={`percent-${at + 1}`}
            name="percent"
            defaultValue={percent}
            inputMode="numeric"
            autoComplete="off"
          />
          <span>%</span>
        </span>
      </p>
    </li>
  );
}
