import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from "react";
import { Icon } from "./icon";

/** A field of a form; conform's metadata is one, `{ id, name }` is enough. */
export type FieldMeta = {
  id: string;
  name: string;
  errors?: string[];
  initialValue?: unknown;
  required?: boolean;
  minLength?: number;
  maxLength?: number;
};

type Words = {
  field: FieldMeta;
  label: ReactNode;
  optional?: boolean;
  hint?: ReactNode;
};

type Own = "id" | "name" | "aria-invalid" | "aria-describedby" | "defaultValue" | "className";
type TextProps = Words & Omit<InputHTMLAttributes<HTMLInputElement>, Own> & { unit?: ReactNode };

export function TextField({ field, label, optional, hint, unit, ...input }: TextProps) {
  const control = <input className="input" {...controlProps(field, hint)} {...input} />;
  return (
    <Field {...{ field, label, optional, hint }}>
      {unit ? (
        <span className="affix">
          {control}
          <span className={typeof unit === "string" ? "px" : undefined}>{unit}</span>
        </span>
      ) : (
        control
      )}
    </Field>
  );
}

export function TextArea({
  field,
  label,
  optional,
  hint,
  ...area
}: Words & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, Own>) {
  return (
    <Field {...{ field, label, optional, hint }}>
      <textarea className="input" {...controlProps(field, hint)} {...area} />
    </Field>
  );
}

type Choice = { value: string; label: string };
type SelectProps = Words & Omit<SelectHTMLAttributes<HTMLSelectElement>, Own> & { choices: readonly Choice[] };

export function SelectField({ field, label, optional, hint, choices, ...select }: SelectProps) {
  return (
    <Field {...{ field, label, optional, hint }}>
      <select className="input" {...controlProps(field, hint)} {...select}>
        {choices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </Field>
  );
}

/** Label above, hint below, and in the hint's place the error. */
export function Field({ field, label, optional, hint, children }: Words & { children: ReactNode }) {
  return (
    <div className="field">
      <label htmlFor={field.id}>
        {label}
        {optional ? (
          <>
            {" "}
            <span className="dim">(optional)</span>
          </>
        ) : null}
      </label>
      {children}
      <HintOrError field={field} hint={hint} />
    </div>
  );
}

export function HintOrError({ field, hint }: Pick<Words, "field" | "hint">) {
  const error = field.errors?.[0];
  if (error) return <FieldError id={noteId(field)}>{error}</FieldError>;
  return hint ? (
    <span className="hint" id={noteId(field)}>
      {hint}
    </span>
  ) : null;
}

function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <span className="error" id={id}>
      <Icon name="warn" />
      {children}
    </span>
  );
}

/** What ties a control to its field: its name, its bounds, what was typed, and the words under it. */
export function controlProps(field: FieldMeta, hint?: ReactNode) {
  const { id, name, required, minLength, maxLength, initialValue } = field;
  const wrong = Boolean(field.errors?.length);
  return {
    id,
    name,
    required,
    minLength,
    maxLength,
    defaultValue: initialValue === undefined || initialValue === null ? undefined : String(initialValue),
    "aria-invalid": wrong || undefined,
    "aria-describedby": wrong || hint ? noteId(field) : undefined,
  };
}

export function noteId({ id }: FieldMeta) {
  return `${id}-note`;
}
