import { Form, Link } from "@remix-run/react";
import { Field, TextField, controlProps } from "../parts/field";

export type ImportAnswer = { reason: string; reasonError?: string; fileError?: string };

/** A file of models, and why. */
export function ImportForm({ answer }: { answer: ImportAnswer | undefined }) {
  const file = { id: "list", name: "list", errors: answer?.fileError ? [answer.fileError] : undefined };
  const reason = {
    id: "reason",
    name: "reason",
    initialValue: answer?.reason,
    errors: answer?.reasonError ? [answer.reasonError] : undefined,
  };
  const hint =
    "JSON, up to 20 MB, in the format described in docs/models-import.md. Importing the same list twice changes nothing.";
  return (
    <Form method="post" encType="multipart/form-data" className="panel stack reason">
      <Field field={file} label="File" hint={hint}>
        <input className="input" type="file" accept="application/json,.json" {...controlProps(file, hint)} required />
      </Field>
      <TextField field={reason} label="Reason" hint="Recorded in the audit log." autoComplete="off" required />
      <p className="row">
        <button className="btn primary">Import</button>
        <Link className="btn" to="/moderation/catalog">
          Back
        </Link>
      </p>
    </Form>
  );
}
