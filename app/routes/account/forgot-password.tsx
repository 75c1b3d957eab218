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
import { logger } from "~/web/server/log.server";
import { redirectWithFlash } from "~/web/session/flash.server";
import { readForm } from "~/web/form/form.server";
import { isMailSetUp, sendEmail } from "~/web/mail/mail.server";
import { accountText } from "~/ui/parts/account-words";

export const meta: MetaFunction = () => [{ title: "Forgot your password? · Crucible" }];

export function loader() {
  return json({ mail: isMailSetUp(), trial: env().STAGE === "trial" });
}

/** Answers before it looks, so that neither words nor time tell whether somebody has the address. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request, ForgotForm);
  if (!form.ok) return form.reply;

  setTimeout(() => void sendResetLink(form.value.email), 0);
  return redirectWithFlash("/sign-in", accountText.resetLinkSent);
}

async function sendResetLink(address: string) {
  try {
    const email = await write((tx) => createResetLink(tx, { email: address, now: clock.now() }));
    if (email) await sendEmail("reset-password", email);
  } catch (error) {
    logger.error({ err: error }, "sending a reset link failed");
  }
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
