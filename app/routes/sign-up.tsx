import { getFormProps, getInputProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import type { ActionFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useSearchParams } from "@remix-run/react";
import { write } from "~/db/write";
import { hashPassword } from "~/domain/account/passwords.server";
import { SignUpForm, signUpRefusals } from "~/domain/account/schema";
import { startSession } from "~/domain/account/sessions.server";
import { signUp } from "~/domain/account/signing-up.server";
import { clock } from "~/web/clock.server";
import { env } from "~/web/env.server";
import { redirectWithFlash } from "~/web/flash.server";
import { readForm } from "~/web/form.server";
import { safePath } from "~/web/redirect.server";
import { SESSION_DAYS, sessionCookie, sessionToken } from "~/web/session.server";

export async function action({ request }: ActionFunctionArgs) {
  const session = { replaces: sessionToken(request), userAgent: request.headers.get("user-agent") ?? "", days: SESSION_DAYS };
  const form = await readForm(request, SignUpForm);
  if (!form.ok) return form.reply;

  const { username, email, password, to } = form.value;
  const passwordHash = await hashPassword(password);
  const now = clock.now();
  const grant = env().SIGN_UP_GRANT;
  const done = await write(async (tx) => {
    const born = await signUp(tx, { username, email, passwordHash, grant, now });
    return born.ok ? { ...born, token: await startSession(tx, { ...session, userId: born.userId, now }) } : born;
  });
  if (!done.ok) {
    const words = signUpRefusals[done.reason];
    return form.refuse(done.reason === "username-taken" ? { username: words } : { email: words });
  }
  const headers = { "set-cookie": sessionCookie(done.token) };
  return redirectWithFlash(safePath(to), `Welcome, ${username}. You have ${grant} Buzz to start with.`, { headers });
}

export default function SignUp() {
  const lastResult = useActionData<typeof action>();
  const [search] = useSearchParams();
  const [form, fields] = useForm({ lastResult, onValidate: ({ formData }) => parseWithZod(formData, { schema: SignUpForm }) });
  return (
    <Form method="post" {...getFormProps(form)}>
      <h1>Sign up</h1>
      <input type="hidden" name="to" value={search.get("to") ?? ""} />
      <label htmlFor={fields.username.id}>Username</label>
      <input {...getInputProps(fields.username, { type: "text" })} autoComplete="username" />
      <p>{fields.username.errors}</p>
      <label htmlFor={fields.email.id}>E-mail</label>
      <input {...getInputProps(fields.email, { type: "email" })} autoComplete="email" />
      <p>{fields.email.errors}</p>
      <label htmlFor={fields.password.id}>Password</label>
      <input {...getInputProps(fields.password, { type: "password" })} autoComplete="new-password" />
      <p>{fields.password.errors}</p>
      <button>Sign up</button>
    </Form>
  );
}
