import { Form } from "@remix-run/react";
import type { ReactNode } from "react";

type ReasonedProps = {
  action: string;
  label: string;
  hint?: string;
  button: string;
  danger?: boolean;
  children?: ReactNode;
};

/** A button that needs a reason. */
export function Reasoned({ action, label, hint, button, danger = false, children }: ReasonedProps) {
  const field = `reason${action.replaceAll("/", "-")}`;
  return (
    <Form className="stack" method="post" action={action}>
      {children}
      <p className="field">
        <label htmlFor={field}>{label}</label>
        <input
          className="input"
          id={field}
          name="reason"
          required
          minLength={3}
          maxLength={500}
          aria-describedby={hint ? `${field}-note` : undefined}
        />
        {hint ? (
          <span className="hint" id={`${field}-note`}>
            {hint}
          </span>
        ) : null}
      </p>
      <button className={danger ? "btn danger" : "btn"}>{button}</button>
    </Form>
  );
}
