import { getFormProps, useForm } from "@conform-to/react";
import type { SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { TextField } from "../field";
import { FormErrors } from "../form-errors";
import { Panel } from "../panel";
import { Pill } from "../pill";
import { When } from "../when";

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
            label="Password now"
            type="password"
            autoComplete="current-password"
            required
          />
        ) : null}
        <TextField
          field={fields.newPassword}
          label="New password"
          type="password"
          hint="At least 8 characters. Everywhere else you will be signed out."
          autoComplete="new-password"
          required
        />
        <p>
          <button className="btn primary">Save password</button>
        </p>
      </Form>
    </Panel>
  );
}

export function Address({ email, verified }: { email: string | null; verified: boolean }) {
  return (
    <Panel title="E-mail" stack>
      <p className="row">
        <b>{email ?? "No address"}</b>
        {email ? <Pill tone={verified ? "active" : "soon"}>{verified ? "Verified" : "Not verified"}</Pill> : null}
      </p>
      {email && !verified ? (
        <Form method="post" action="/settings/letters">
          <button className="btn">Send me a link to verify it</button>
        </Form>
      ) : null}
      <p className="why">Only for a forgotten password and for signing in. Nobody else sees it.</p>
    </Panel>
  );
}

type Session = { id: number; userAgent: string; createdAt: number; expiresAt: number; here: boolean };

export function Sessions({ sessions, now }: { sessions: Session[]; now: number }) {
  return (
    <Panel title="Where you are signed in" stack>
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
              <Pill tone="up">This browser</Pill>
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
export function browserOf(userAgent: string) {
  const [browser, system] = [browsers, systems].map((known) => known.find(([sign]) => userAgent.includes(sign))?.[1]);
  return `${browser ?? "A browser"}${system ? ` on ${system}` : ""}`;
}
