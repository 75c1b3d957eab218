import { getFormProps, useForm } from "@conform-to/react";
import type { ActionFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useSearchParams } from "@remix-run/react";
import type { z } from "zod";
import { write } from "~/db/write";
import { ownerOfLink, resetPassword } from "~/domain/account/email-links.server";
import { hashPassword } from "~/domain/account/passwords.server";
import { passwordFault } from "~/domain/account/password-strength.server";
import { ResetForm, emailLinkRefusals } from "~/domain/account/schema";
import { AuthLayout } from "~/ui/account/auth-layout";
import { TextField } from "~/ui/parts/field";
import { FormErrors } from "~/ui/parts/form-errors";
import { clock } from "~/web/server/clock.server";
import { env } from "~/web/server/env.server";
import { redirectWithFlash } from "~/web/session/flash.server";
import { readForm } from "~/web/form/form.server";
import { signedOutHeaders } from "~/web/session/session.server";
import { accountText } from "~/ui/parts/account-words";

export const meta: MetaFunction = () => [{ title: "Reset your password · Crucible" }];

export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request, ResetForm);
  if (!form.ok) return form.reply;

  const { token, newPassword } = form.value;
  const weak = passwordFault(newPassword, (await ownerOfLink(token)) ?? {});
  if (weak) return form.refuse({ newPassword: weak });
  const passwordHash = await hashPassword(newPassword);
  const done = await write((tx) =>
    resetPassword(tx, { token, passwordHash, grant: env().SIGN_UP_GRANT, now: clock.now() }),
  );
  if (!done.ok) return form.refuse({ form: emailLinkRefusals[done.reason] });
  const headers = await signedOutHeaders(done.userId);
  return redirectWithFlash(
    "/sign-in",
    "Password changed. You’ve been signed out everywhere. Sign in with your new password.",
    { headers },
  );
}

export default function ResetPassword() {
  const lastResult = useActionData<typeof action>();
  const [search] = useSearchParams();
  const [form, fields] = useForm<z.input<typeof ResetForm>>({ lastResult });
  return (
    <AuthLayout title="Choose a new password">
      <Form method="post" className="stack" {...getFormProps(form)}>
        <FormErrors errors={form.errors} />
        <input type="hidden" name="token" value={search.get("token") ?? ""} />
        <TextField
          field={fields.newPassword}
          label={accountText.newPassword}
          type="password"
          hint="At least 8 characters."
          autoComplete="new-password"
          required
        />
        <button className="btn primary lg wide">{accountText.savePassword}</button>
      </Form>
      <p>
        <Link className="btn quiet" to="/forgot-password">
          Request another link
        </Link>
      </p>
    </AuthLayout>
  );
}
