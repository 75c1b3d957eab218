import type { ReactNode } from "react";
import { classes } from "./classes";
import { HintOrError, noteId } from "./field";
import type { FieldMeta } from "./field";
import { number } from "./format";

type Option = {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  /** In Buzz; 0 reads "Free", and without one nothing is said. */
  price?: number;
  disabled?: boolean;
};

type GroupProps = {
  field: FieldMeta;
  legend: ReactNode;
  legendHidden?: boolean;
  hint?: ReactNode;
  options: readonly Option[];
  columns?: "two" | "six";
};

/** One of a few, each on its own card with its price. */
export function RadioCards(props: GroupProps) {
  return <Cards {...props} type="radio" />;
}

/** Any of a few. */
export function CheckCards(props: GroupProps) {
  return <Cards {...props} type="checkbox" />;
}

function Cards({
  field,
  legend,
  legendHidden,
  hint,
  options,
  columns,
  type,
}: GroupProps & { type: "radio" | "checkbox" }) {
  const chosen = chosenOf(field.initialValue);
  const noted = Boolean(hint || field.errors?.length);
  return (
    <fieldset className="field" id={field.id} tabIndex={-1} aria-describedby={noted ? noteId(field) : undefined}>
      <legend className={legendHidden ? "vh" : undefined}>{legend}</legend>
      <div className={classes("options", columns)}>
        {options.map((option) => (
          <label key={option.value} className={type === "checkbox" ? "option tick" : "option"}>
            <input
              type={type}
              name={field.name}
              value={option.value}
              defaultChecked={chosen.includes(option.value)}
              disabled={option.disabled}
            />
            <Face option={option} />
          </label>
        ))}
      </div>
      <HintOrError field={field} hint={hint} />
    </fieldset>
  );
}

function chosenOf(value: unknown): string[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value.map(String) : [String(value)];
}

type CheckProps = { field: FieldMeta; label: ReactNode; hint?: ReactNode };

/** A single yes or no. */
export function CheckField({ field, label, hint }: CheckProps) {
  const noted = Boolean(hint || field.errors?.length);
  return (
    <div className="field">
      <label className="option tick">
        <input
          type="checkbox"
          id={field.id}
          name={field.name}
          defaultChecked={Boolean(field.initialValue)}
          aria-invalid={Boolean(field.errors?.length) || undefined}
          aria-describedby={noted ? noteId(field) : undefined}
        />
        <span>{label}</span>
      </label>
      <HintOrError field={field} hint={hint} />
    </div>
  );
}

function Face({ option: { label, hint, price } }: { option: Option }) {
  return (
    <>
      <span>
        {label}
        {hint ? <small>{hint}</small> : null}
      </span>
      {price === undefined ? null : <Cost price={price} />}
    </>
  );
}

function Cost({ price }: { price: number }) {
  if (price === 0) return <span className="cost free">Free</span>;
  return (
    <span className="cost">
      +{number(price)}
      <span className="vh"> Buzz</span>
    </span>
  );
}
