import { getFormProps, useForm } from "@conform-to/react";
import { json } from "@remix-run/node";
import type { ActionFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import type { z } from "zod";
import { write } from "~/db/write";
import { createResetLink } from "~/domain/account/email-links.server";
import { ForgotForm } from "~/domain/account/schema";
import { AuthLayout } from "~/ui/account/auth-layout";
import { TextField } from "~/ui/parts/field";
import { Flash } from "~/ui/parts/flash";
import { clock } from "~/web/server/clock.server";
import { env } from "~/web/server/env.server";
import { redirectWithFlash } from "~/web/session/flash.server";
import { readForm } from "~/web/form/form.server";
import { isMailSetUp, sendEmail } from "~/web/mail/mail.server";
import { accountText } from "~/ui/parts/account-words";

export const meta: MetaFunction = () => [{ title: "Forgot your password? · Crucible" }];

export function loader() {
  return json({ mail: isMailSetUp(), trial: env().STAGE === "trial" });
}

/** Says the same, and takes no longer, whether somebody has the address or nobody. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request, ForgotForm);
  if (!form.ok) return form.reply;

  const email = await write((tx) => createResetLink(tx, { email: form.value.email, now: clock.now() }));
  if (email) void sendEmail("reset-password", email);
  return redirectWithFlash("/sign-in", accountText.resetLinkSent);
}

export default function ForgotPassword() {
  const { mail, trial } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  const [form, fields] = useForm<z.input<typeof ForgotForm>>({ lastResult });
  return (
    <AuthLayout title="Forgot your password?">
      {mail ? null : (
        <Flash tone="info">
          {trial
            ? "Email isn’t set up on this demo. The link is printed in the server log."
            : "Email isn’t set up on this site. Ask its operators to reset your password."}
        </Flash>
      )}
      <Form method="post" className="stack" {...getFormProps(form)}>
        <TextField field={fields.email} label={accountText.emailAddress} type="email" autoComplete="email" required />
        <button className="btn primary lg wide">{accountText.sendResetLink}</button>
      </Form>
      <p>
        <Link className="btn quiet" to="/sign-in">
          Back to sign in
        </Link>
      </p>
    </AuthLayout>
  );
}
