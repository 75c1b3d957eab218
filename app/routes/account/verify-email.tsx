import { getFormProps, useForm } from "@conform-to/react";
import type { ActionFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useSearchParams } from "@remix-run/react";
import { write } from "~/db/write";
import { verifyEmail } from "~/domain/account/email-links.server";
import { VerifyForm, emailLinkRefusals } from "~/domain/account/schema";
import { AuthLayout } from "~/ui/account/auth-layout";
import { FormErrors } from "~/ui/parts/form-errors";
import { clock } from "~/web/server/clock.server";
import { env } from "~/web/server/env.server";
import { redirectWithFlash } from "~/web/session/flash.server";
import { readForm } from "~/web/form/form.server";
import { accountText } from "~/ui/parts/account-words";

export const meta: MetaFunction = () => [{ title: "Confirm your email address · Crucible" }];

/** By a button: programs that open every link in an email must not be taken for its reader. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request, VerifyForm);
  if (!form.ok) return form.reply;

  const done = await write((tx) =>
    verifyEmail(tx, { token: form.value.token, grant: env().SIGN_UP_GRANT, now: clock.now() }),
  );
  if (!done.ok) return form.refuse({ form: emailLinkRefusals[done.reason] });
  return redirectWithFlash("/crucibles", accountText.emailConfirmed);
}

export default function VerifyEmail() {
  const lastResult = useActionData<typeof action>();
  const [search] = useSearchParams();
  const [form] = useForm({ lastResult });
  return (
    <AuthLayout title="Confirm your email address">
      <Form method="post" className="stack" {...getFormProps(form)}>
        <FormErrors errors={form.errors} />
        <input type="hidden" name="token" value={search.get("token") ?? ""} />
        <p>Confirm it so you can reset your password if you forget it.</p>
        <button className="btn primary lg wide">{accountText.confirmEmail}</button>
      </Form>
      <p>
        <Link className="btn quiet" to="/settings/security">
          Request another link
        </Link>
      </p>
    </AuthLayout>
  );
}
