import { HintOrError, noteId } from "../parts/field";
import type { FieldMeta } from "../parts/field";
import type { Criterion } from "./view";

/** 0 to 10 for one criterion, as radio buttons. */
export function ScoreFields({
  criterion: { label, question, percent },
  field,
}: {
  criterion: Criterion;
  field: FieldMeta;
}) {
  return (
    <fieldset className="field" id={field.id} tabIndex={-1} aria-describedby={noteId(field)}>
      <legend>
        {label} <span className="dim">{percent}%</span>
      </legend>
      <p className="chips">
        {Array.from({ length: 11 }, (_, score) => (
          <label key={score} className="chip">
            <input type="radio" name={field.name} value={score} defaultChecked={field.initialValue === String(score)} />{" "}
            {score}
          </label>
        ))}
      </p>
      <HintOrError field={field} hint={question || "5 is ordinary, 7 is good, 9 is rare."} />
    </fieldset>
  );
}
