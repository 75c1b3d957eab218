import { getFormProps, getInputProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { redirect } from "@remix-run/node";
import type { ActionFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useSearchParams } from "@remix-run/react";
import { write } from "~/db/write";
import { SignInForm } from "~/domain/account/schema";
import { startSession } from "~/domain/account/sessions.server";
import { checkPassword } from "~/domain/account/signing-in.server";
import { clock } from "~/web/clock.server";
import { readForm } from "~/web/form.server";
import { safePath } from "~/web/redirect.server";
import { SESSION_DAYS, sessionCookie, sessionToken } from "~/web/session.server";

export async function action({ request }: ActionFunctionArgs) {
  const session = { replaces: sessionToken(request), userAgent: request.headers.get("user-agent") ?? "", days: SESSION_DAYS };
  const form = await readForm(request, SignInForm);
  if (!form.ok) return form.reply;

  const { name, password, to } = form.value;
  const person = await checkPassword(name, password);
  if (!person) return form.refuse({ form: "No account has this name and password together." });
  if (person.ban !== null) return form.refuse({ form: `This account is banned: ${person.ban}` });
  const token = await write((tx) => startSession(tx, { ...session, userId: person.userId, now: clock.now() }));
  return redirect(safePath(to), { status: 303, headers: { "set-cookie": sessionCookie(token) } });
}

export default function SignIn() {
  const lastResult = useActionData<typeof action>();
  const [search] = useSearchParams();
  const [form, fields] = useForm({ lastResult, onValidate: ({ formData }) => parseWithZod(formData, { schema: SignInForm }) });
  return (
    <Form method="post" {...getFormProps(form)}>
      <h1>Sign in</h1>
      <p>{form.errors}</p>
      <input type="hidden" name="to" value={search.get("to") ?? ""} />
      <label htmlFor={fields.name.id}>Username or e-mail</label>
      <input {...getInputProps(fields.name, { type: "text" })} autoComplete="username" />
      <p>{fields.name.errors}</p>
      <label htmlFor={fields.password.id}>Password</label>
      <input {...getInputProps(fields.password, { type: "password" })} autoComplete="current-password" />
      <p>{fields.password.errors}</p>
      <button>Sign in</button>
    </Form>
  );
}
