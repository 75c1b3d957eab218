import { getFormProps, useForm } from "@conform-to/react";
import type { SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { Flash } from "../parts/flash";
import { FormErrors } from "../parts/form-errors";
import { TextField } from "../parts/field";
import { Panel } from "../parts/panel";
import { tokenText } from "../parts/token-words";
import { When } from "../parts/when";

type Result = SubmissionResult<string[]> | undefined;

/** Where the code is typed, even when the address carries it: whoever sent a link has not typed it. */
export function CodeForm({ lastResult }: { lastResult: Result }) {
  const [form, fields] = useForm<{ code: string }>({ lastResult });
  return (
    <Panel title="1. Enter the code" stack>
      <Form method="post" className="stack" {...getFormProps(form)}>
        <FormErrors errors={form.errors} />
        <TextField
          field={fields.code}
          label={tokenText.enterCode}
          hint={tokenText.codeHint}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          required
        />
        <p>
          <button className="btn primary lg">{tokenText.next}</button>
        </p>
      </Form>
    </Panel>
  );
}

export type DeviceRequest = {
  code: string;
  app: string;
  scopes: string[];
  sameNetwork: boolean;
  createdAt: number;
};

export function DecisionForm({ asked, username, now }: { asked: DeviceRequest; username: string; now: number }) {
  return (
    <Panel title="2. Is this you?" stack>
      <Flash tone="bad">
        <b>{tokenText.warning}</b> {tokenText.warningMore}
      </Flash>
      <dl className="sum">
        <Line name="App">{asked.app}</Line>
        <Line name="Requested from">{asked.sameNetwork ? tokenText.sameNetwork : tokenText.otherNetwork}</Line>
        <Line name="Requested">
          <When at={asked.createdAt} now={now} />
        </Line>
        <Line name="Permissions">{asked.scopes.join(", ")}</Line>
        <Line name="Code">
          <code>{asked.code}</code>
        </Line>
      </dl>
      <Form method="post" action="/device/decision" className="row">
        <input type="hidden" name="code" value={asked.code} />
        <button className="btn primary lg" name="decision" value="allow">
          {tokenText.allow(username)}
        </button>
        <button className="btn danger lg" name="decision" value="deny">
          {tokenText.deny}
        </button>
      </Form>
    </Panel>
  );
}

function Line({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
