import { getFormProps, useForm } from "@conform-to/react";
import { json } from "@remix-run/node";
import type { ActionFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import type { z } from "zod";
import { write } from "~/db/write";
import type { Tx } from "~/db/write";
import { createEmailLink } from "~/domain/account/email-links.server";
import { hashPassword } from "~/domain/account/passwords.server";
import { passwordFault } from "~/domain/account/password-strength.server";
import { SignUpForm, signUpRefusals } from "~/domain/account/schema";
import { startSession } from "~/domain/account/sessions.server";
import { signUp } from "~/domain/account/signing-up.server";
import { latestWinner } from "~/domain/crucible/showcase.server";
import { AuthLayout, ReturnToField, ReturnToNote, useReturnTo } from "~/ui/account/auth-layout";
import { TextField } from "~/ui/parts/field";
import { OtherSites } from "~/ui/account/other-sites";
import { publicMeta } from "~/ui/parts/public-meta";
import { buzz } from "~/ui/parts/format";
import { clock } from "~/web/server/clock.server";
import { env } from "~/web/server/env.server";
import { redirectWithFlash } from "~/web/session/flash.server";
import { readForm } from "~/web/form/form.server";
import { isMailSetUp, sendEmail } from "~/web/mail/mail.server";
import { configuredProviders } from "~/web/session/oauth-providers.server";
import { safePath } from "~/web/response/redirect.server";
import { SESSION_DAYS, sessionToken, signedIn } from "~/web/session/session.server";
import { accountText } from "~/ui/parts/account-words";

export const meta: MetaFunction = (args) => publicMeta(args, { title: "Sign up" });

export async function loader() {
  return json({ providers: configuredProviders(), grant: env().SIGN_UP_GRANT, winner: await latestWinner() });
}

export async function action({ request }: ActionFunctionArgs) {
  const session = {
    replaces: sessionToken(request),
    userAgent: request.headers.get("user-agent") ?? "",
    days: SESSION_DAYS,
  };
  const form = await readForm(request, SignUpForm);
  if (!form.ok) return form.reply;

  const { username, email, password, to } = form.value;
  const weak = passwordFault(password, { username, email });
  if (weak) return form.refuse({ password: weak });
  const passwordHash = await hashPassword(password);
  const grant = env().SIGN_UP_GRANT;
  // Where mail works, the Buzz to start with comes once the address is confirmed.
  const person = { username, email, passwordHash, grant: isMailSetUp() ? 0 : grant, now: clock.now() };
  const done = await write((tx) => join(tx, person, session));
  if (!done.ok) {
    const words = signUpRefusals[done.reason];
    return form.refuse(done.reason === "username-taken" ? { username: words } : { email: words });
  }
  if (done.letter) void sendEmail("verify-email", done.letter);
  const headers = await signedIn(done.userId, done.token);
  return redirectWithFlash(
    safePath(to),
    isMailSetUp() ? accountText.confirmFirst(username, grant) : accountText.welcome(username, grant),
    { headers },
  );
}

type Session = Omit<Parameters<typeof startSession>[1], "userId" | "now">;

/** Born, signed in, and with an email to their address on its way. */
async function join(tx: Tx, person: Parameters<typeof signUp>[1], session: Session) {
  const born = await signUp(tx, person);
  if (!born.ok) return born;
  const of = { userId: born.userId, now: person.now };
  return {
    ...born,
    token: await startSession(tx, { ...session, ...of }),
    letter: await createEmailLink(tx, { ...of, purpose: "verify-email" }),
  };
}

export default function SignUp() {
  const { providers, grant, winner } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  const [form, fields] = useForm<z.input<typeof SignUpForm>>({ lastResult });
  return (
    <AuthLayout title="Sign up" winner={winner}>
      <ReturnToNote />
      <Form method="post" className="stack" {...getFormProps(form)}>
        <ReturnToField />
        <TextField
          field={fields.username}
          label="Username"
          hint="3 to 24 characters: letters, digits, _ and -. Visible to everyone."
          autoComplete="username"
          required
        />
        <TextField
          field={fields.email}
          label="Email"
          type="email"
          hint="For resetting your password. Nobody else can see it."
          autoComplete="email"
          required
        />
        <TextField
          field={fields.password}
          label="Password"
          type="password"
          hint="At least 8 characters."
          autoComplete="new-password"
          required
        />
        <button className="btn primary lg wide">{accountText.createAccount}</button>
        {grant > 0 ? <p className="why">You’ll start with {buzz(grant)}.</p> : null}
      </Form>
      <OtherSites providers={providers} />
      <p className="panel join">
        <span>
          <b>Already have an account?</b>
        </span>
        <Link className="btn" to={useReturnTo("/sign-in")}>
          Sign in
        </Link>
      </p>
    </AuthLayout>
  );
}
