import { getFormProps, useForm } from "@conform-to/react";
import type { SubmissionResult } from "@conform-to/react";
import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { TextField } from "./field";
import type { FieldMeta } from "./field";
import { FormErrors } from "./form-errors";

type Fields = Record<string, string | undefined>;

type Props = {
  button: string;
  danger?: boolean;
  back: string;
  lastResult: SubmissionResult<string[]> | undefined;
  /** What the reason is called in its form. */
  name?: string;
  label?: string;
  hint?: string;
  start?: Fields;
  /** Fields before the reason. */
  children?: (field: (name: string) => FieldMeta) => ReactNode;
};

/** Something that one does with a reason, to be read by others. */
export function ReasonForm({
  button,
  danger = false,
  back,
  lastResult,
  name = "reason",
  label = "Reason",
  hint,
  start,
  children,
}: Props) {
  const [form, fields] = useForm<Fields>({ lastResult, defaultValue: start });
  const field = (wanted: string) => fields[wanted] as FieldMeta;
  return (
    <Form method="post" className="panel stack reason" {...getFormProps(form)}>
      <FormErrors errors={form.errors} />
      {children?.(field)}
      <TextField field={field(name)} label={label} hint={hint} autoComplete="off" required />
      <p className="row">
        <button className={danger ? "btn danger" : "btn primary"}>{button}</button>
        <Link className="btn" to={back}>
          Back
        </Link>
      </p>
    </Form>
  );
}
