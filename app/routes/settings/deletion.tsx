import { getFormProps, useForm } from "@conform-to/react";
import { json } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import type { z } from "zod";
import { isOwnPassword } from "~/domain/account/changing-password.server";
import { DeleteAccountForm, deleteAccountRefusals } from "~/domain/account/schema";
import { readSettings } from "~/domain/account/settings.server";
import { deleteAccountAndFiles } from "~/domain/profile/deleting-account.server";
import { TextField } from "~/ui/parts/field";
import { FormErrors } from "~/ui/parts/form-errors";
import { CheckField } from "~/ui/parts/options";
import { clock } from "~/web/server/clock.server";
import { redirectWithFlash } from "~/web/session/flash.server";
import { readForm } from "~/web/form/form.server";
import { notFound, requireUser } from "~/web/session/guard.server";
import { clearSessionCookie } from "~/web/session/session.server";
import { accountText } from "~/ui/parts/account-words";

export const meta: MetaFunction = () => [{ title: "Delete your account · Crucible" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const settings = await readSettings(user.id);
  if (!settings) throw notFound();
  return json({ username: user.username, hasPassword: settings.hasPassword });
}

export async function action({ request }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const form = await readForm(request, DeleteAccountForm);
  if (!form.ok) return form.reply;

  const settings = await readSettings(user.id);
  if (settings?.hasPassword && !(await isOwnPassword(user.id, form.value.password)))
    return form.refuse({ password: accountText.incorrectPassword });
  const done = await deleteAccountAndFiles({ userId: user.id, now: clock.now() });
  if (!done) throw notFound();
  if (!done.ok) return form.refuse({ form: deleteAccountRefusals[done.reason] });
  return redirectWithFlash("/crucibles", accountText.accountDeleted, {
    headers: { "set-cookie": clearSessionCookie() },
  });
}

export default function SettingsDeletion() {
  const { username, hasPassword } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  const [form, fields] = useForm<z.input<typeof DeleteAccountForm>>({ lastResult });
  return (
    <main id="main" className="wrap narrow stack">
      <h1>Delete your account</h1>
      <p>
        This can’t be undone, and any Buzz in your wallet will be lost. You may want to{" "}
        <a href="/settings/data/archive.zip" download>
          download everything
        </a>{" "}
        first.
      </p>
      <Form method="post" className="stack panel" {...getFormProps(form)}>
        <FormErrors errors={form.errors} />
        {hasPassword ? (
          <TextField
            field={fields.password}
            label={accountText.yourPassword}
            type="password"
            autoComplete="current-password"
            required
          />
        ) : null}
        <CheckField field={fields.sure} label={`Permanently delete ${username}`} />
        <p className="row">
          <button className="btn danger">{accountText.deleteAccount}</button>
          <Link className="btn" to="/settings/data">
            Cancel
          </Link>
        </p>
      </Form>
    </main>
  );
}
