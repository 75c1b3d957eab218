import { getFormProps, useForm } from "@conform-to/react";
import type { SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { TextField } from "../parts/field";
import { FormErrors } from "../parts/form-errors";
import { Panel } from "../parts/panel";
import { Pill } from "../parts/pill";
import { When } from "../parts/when";
import { accountText } from "../parts/account-words";

type Result = SubmissionResult<string[]> | undefined;
type Fields = { password: string; newPassword: string };

export function PasswordChange({ hasPassword, lastResult }: { hasPassword: boolean; lastResult: Result }) {
  const [form, fields] = useForm<Fields>({ lastResult });
  return (
    <Panel title={hasPassword ? "Change your password" : "Set a password"} stack>
      <Form method="post" className="stack" {...getFormProps(form)}>
        <FormErrors errors={form.errors} />
        {hasPassword ? (
          <TextField
            field={fields.password}
            label="Current password"
            type="password"
            autoComplete="current-password"
            required
          />
        ) : null}
        <TextField
          field={fields.newPassword}
          label={accountText.newPassword}
          type="password"
          hint="At least 8 characters. You’ll be signed out everywhere else."
          autoComplete="new-password"
          required
        />
        <p>
          <button className="btn primary">{accountText.savePassword}</button>
        </p>
      </Form>
    </Panel>
  );
}

export function Address({ email, verified }: { email: string | null; verified: boolean }) {
  return (
    <Panel title="Email" stack>
      <p className="row">
        <b>{email ?? "No email address"}</b>
        {email ? (
          <Pill tone={verified ? "active" : "soon"}>{verified ? accountText.confirmed : "Not confirmed"}</Pill>
        ) : null}
      </p>
      {email && !verified ? (
        <Form method="post" action="/settings/emails">
          <button className="btn">{accountText.sendConfirmation}</button>
        </Form>
      ) : null}
      <p className="why">Used for signing in and resetting your password. Nobody else can see it.</p>
    </Panel>
  );
}

type Session = { id: number; userAgent: string; createdAt: number; expiresAt: number; here: boolean };

export function Sessions({ sessions, now }: { sessions: Session[]; now: number }) {
  return (
    <Panel title="Where you’re signed in" stack>
      <ul className="lines">
        {sessions.map((session) => (
          <li key={session.id} className="row between">
            <span>
              <b>{browserOf(session.userAgent)}</b>
              <br />
              <span className="meta">
                since <When at={session.createdAt} now={now} />, until{" "}
                <When at={session.expiresAt} now={now} form="short" />
              </span>
            </span>
            {session.here ? (
              <Pill tone="up">{accountText.thisBrowser}</Pill>
            ) : (
              <End id={session.id} what={browserOf(session.userAgent)} />
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function End({ id, what }: { id: number; what: string }) {
  return (
    <Form method="post" action={`/settings/sessions/${id}/end`}>
      <button className="btn">
        Sign out<span className="vh"> of {what}</span>
      </button>
    </Form>
  );
}

const browsers = [
  ["Edg/", "Edge"],
  ["OPR/", "Opera"],
  ["Firefox/", "Firefox"],
  ["Chrome/", "Chrome"],
  ["Safari/", "Safari"],
] as const;
const systems = [
  ["Android", "Android"],
  ["iPhone", "iPhone"],
  ["iPad", "iPad"],
  ["Windows", "Windows"],
  ["Mac OS", "macOS"],
  ["Linux", "Linux"],
] as const;

/** "Firefox on Windows", as far as the browser says so. */
function browserOf(userAgent: string) {
  const [browser, system] = [browsers, systems].map((known) => known.find(([sign]) => userAgent.includes(sign))?.[1]);
  return `${browser ?? "Unknown browser"}${system ? ` on ${system}` : ""}`;
}
