import { useEffect, useRef } from "react";
import { count } from "./format";

export type FieldError = { /** The id of the field; none for the form as a whole. */ id?: string; words: string };

/** What has to be mended before the form goes through, each with a way to its field. Takes the focus when it appears. */
export function ErrorSummary({ errors }: { errors: readonly FieldError[] }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [errors]);
  if (errors.length === 0) return null;
  return (
    <div className="summary" role="alert" tabIndex={-1} autoFocus ref={box}>
      <h2>{errors.length === 1 ? "One thing to fix" : `${count(errors.length, "thing")} to fix`}</h2>
      <ul>
        {errors.map(({ id, words }) => (
          <li key={words}>{id ? <a href={`#${id}`}>{words}</a> : words}</li>
        ))}
      </ul>
    </div>
  );
}

type Form = { errors?: string[]; allErrors: Record<string, string[]> };

/** The mistakes that conform knows of: those of the form first, then the first of each field. */
export function errorsOf(form: Form, fields: Record<string, { id: string; name: string }>): FieldError[] {
  const whole = (form.errors ?? []).map((words) => ({ words }));
  const ids = new Map(Object.values(fields).map((field) => [field.name, field.id]));
  const named = Object.entries(form.allErrors).filter(([name]) => name !== "");
  return [...whole, ...named.map(([name, [words]]) => ({ id: ids.get(name), words: words! }))];
}
