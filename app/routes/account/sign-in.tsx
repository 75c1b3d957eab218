import { getFormProps, useForm } from "@conform-to/react";
import { json, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import type { z } from "zod";
import { write } from "~/db/write";
import { SignInForm } from "~/domain/account/schema";
import { startSession } from "~/domain/account/sessions.server";
import { checkPassword } from "~/domain/account/signing-in.server";
import { latestWinner } from "~/domain/crucible/showcase.server";
import { AuthLayout, ReturnToField, ReturnToNote, useReturnTo } from "~/ui/account/auth-layout";
import { TextField } from "~/ui/parts/field";
import { FormErrors } from "~/ui/parts/form-errors";
import { OtherSites } from "~/ui/account/other-sites";
import { publicMeta } from "~/ui/parts/public-meta";
import { buzz } from "~/ui/parts/format";
import { clock } from "~/web/server/clock.server";
import { env } from "~/web/server/env.server";
import { readForm } from "~/web/form/form.server";
import { configuredProviders } from "~/web/session/oauth-providers.server";
import { safePath } from "~/web/response/redirect.server";
import { SESSION_DAYS, sessionToken, signedIn } from "~/web/session/session.server";
import { accountText } from "~/ui/parts/account-words";

export const meta: MetaFunction = (args) => publicMeta(args, { title: "Sign in" });

export async function loader() {
  return json({ providers: configuredProviders(), grant: env().SIGN_UP_GRANT, winner: await latestWinner() });
}

export async function action({ request }: ActionFunctionArgs) {
  const session = {
    replaces: sessionToken(request),
    userAgent: request.headers.get("user-agent") ?? "",
    days: SESSION_DAYS,
  };
  const form = await readForm(request, SignInForm);
  if (!form.ok) return form.reply;

  const { name, password, to } = form.value;
  const person = await checkPassword(name, password);
  if (!person) return form.refuse({ form: accountText.incorrectSignIn });
  if (person.ban !== null) return form.refuse({ form: accountText.banned(person.ban) });
  const token = await write((tx) => startSession(tx, { ...session, userId: person.userId, now: clock.now() }));
  return redirect(safePath(to), { status: 303, headers: await signedIn(person.userId, token) });
}

export default function SignIn() {
  const { providers, grant, winner } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  const [form, fields] = useForm<z.input<typeof SignInForm>>({ lastResult });
  return (
    <AuthLayout title="Sign in" winner={winner}>
      <ReturnToNote />
      <Form method="post" className="stack" {...getFormProps(form)}>
        <FormErrors errors={form.errors} />
        <ReturnToField />
        <TextField field={fields.name} label={accountText.usernameOrEmail} autoComplete="username" required />
        <TextField field={fields.password} label="Password" type="password" autoComplete="current-password" required />
        <button className="btn primary lg wide">Sign in</button>
        <p className="row between">
          <Link className="btn quiet" to="/forgot-password">
            Forgot your password?
          </Link>
        </p>
      </Form>
      <OtherSites providers={providers} />
      <p className="panel join">
        <span>
          <b>New here?</b> {grant > 0 ? `You’ll get ${buzz(grant)} to start with.` : "It only takes a minute."}
        </span>
        <Link className="btn" to={useReturnTo("/sign-up")}>
          {accountText.createAccount}
        </Link>
      </p>
    </AuthLayout>
  );
}
