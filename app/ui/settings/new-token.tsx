import { getFormProps, useForm } from "@conform-to/react";
import type { SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { CopyButton } from "../parts/copy-button";
import { SelectField, TextField } from "../parts/field";
import { Flash } from "../parts/flash";
import { FormErrors } from "../parts/form-errors";
import { CheckCards } from "../parts/options";
import { Panel } from "../parts/panel";
import { tokenText } from "../parts/token-words";

type Fields = { name: string; days: string; scopes: string[]; password: string };
type Offered = { value: string; label: string; hint: string };
type Props = { lastResult: SubmissionResult<string[]> | undefined; hasPassword: boolean; scopes: Offered[] };

const lifetimes = [
  { value: "7", label: "7 days" },
  { value: "30", label: "30 days" },
  { value: "90", label: "90 days" },
  { value: "365", label: "1 year" },
];

export function NewToken({ lastResult, hasPassword, scopes }: Props) {
  const [form, fields] = useForm<Fields>({ lastResult, defaultValue: { days: "90", scopes: ["read"] } });
  return (
    <Panel title={tokenText.newToken} stack>
      <Form method="post" className="stack" {...getFormProps(form)}>
        <FormErrors errors={form.errors} />
        <TextField field={fields.name} label={tokenText.name} hint={tokenText.nameHint} maxLength={60} required />
        <SelectField field={fields.days} label={tokenText.expires} choices={lifetimes} />
        <CheckCards
          field={fields.scopes}
          legend={tokenText.permissions}
          hint={tokenText.permissionsHint}
          options={scopes}
          columns="two"
        />
        {hasPassword ? (
          <TextField
            field={fields.password}
            label={tokenText.yourPassword}
            type="password"
            autoComplete="current-password"
            required
          />
        ) : null}
        <p>
          <button className="btn primary lg">{tokenText.create}</button>
        </p>
      </Form>
    </Panel>
  );
}

/** A token that was just made, shown this once. */
export function CreatedToken({ token }: { token: string }) {
  return (
    <section className="stack" aria-labelledby="created">
      <h2 id="created">{tokenText.created}</h2>
      <p className="row">
        <code className="break-all">{token}</code>
        <CopyButton text={token} />
      </p>
      <Flash tone="info">{tokenText.copyNow}</Flash>
    </section>
  );
}
