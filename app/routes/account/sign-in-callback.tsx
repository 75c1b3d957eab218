import { getFormProps, useForm } from "@conform-to/react";
import { json, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { write } from "~/db/write";
import { findOrCreateByIdentity, linkIdentity } from "~/domain/account/identities.server";
import { OauthForm, identityRefusals } from "~/domain/account/schema";
import { startSession } from "~/domain/account/sessions.server";
import { AuthLayout } from "~/ui/account/auth-layout";
import { FormErrors } from "~/ui/parts/form-errors";
import { siteNames } from "~/ui/account/other-sites";
import { clock } from "~/web/server/clock.server";
import { env } from "~/web/server/env.server";
import { isMailSetUp } from "~/web/mail/mail.server";
import { redirectWithFlash } from "~/web/session/flash.server";
import { readForm } from "~/web/form/form.server";
import { notFound } from "~/web/session/guard.server";
import { finishOauth, clearOauthCookie } from "~/web/session/oauth.server";
import { configuredProviders } from "~/web/session/oauth-providers.server";
import { SESSION_DAYS, currentUser, sessionToken, signedIn } from "~/web/session/session.server";
import { accountText } from "~/ui/parts/account-words";

export const meta: MetaFunction = () => [{ title: "Sign in · Crucible" }];

function providerOf(name: string | undefined) {
  const provider = configuredProviders().find((one) => one === name);
  if (!provider) throw notFound();
  return provider;
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  return json({ provider: providerOf(params.provider), signedIn: (await currentUser(request)) !== null });
}

/** Signed in already, it adds the other site to one's account; else it lets one in, somebody new as well. */
export async function action({ request, params }: ActionFunctionArgs) {
  const provider = providerOf(params.provider);
  const user = await currentUser(request);
  const form = await readForm(request, OauthForm);
  if (!form.ok) return form.reply;

  const back = await finishOauth(request, { provider, ...form.value });
  if (!back) return form.refuse({ form: accountText.signInFailed });
  const { identity, to } = back;
  const now = clock.now();
  if (user) {
    const linked = await write((tx) => linkIdentity(tx, { userId: user.id, identity, now }));
    if (!linked.ok) return form.refuse({ form: identityRefusals[linked.reason] });
    return redirectWithFlash(to, accountText.signInAdded(siteNames[provider]), {
      headers: { "set-cookie": clearOauthCookie() },
    });
  }
  // As at sign-up: where mail works, the Buzz to start with comes with a confirmed address.
  const grant = identity.verifiedEmail || !isMailSetUp() ? env().SIGN_UP_GRANT : 0;
  const found = await write((tx) => findOrCreateByIdentity(tx, { identity, grant, now }));
  if (!found.ok)
    return form.refuse({
      form: found.reason === "banned" ? accountText.banned(found.words) : identityRefusals[found.reason],
    });
  return letIn(request, { userId: found.userId, to, now });
}

async function letIn(request: Request, { userId, to, now }: { userId: number; to: string; now: Date }) {
  const userAgent = request.headers.get("user-agent") ?? "";
  const session = { userId, userAgent, now, days: SESSION_DAYS, replaces: sessionToken(request) };
  const token = await write((tx) => startSession(tx, session));
  const headers = await signedIn(userId, token);
  headers.append("set-cookie", clearOauthCookie());
  return redirect(to, { status: 303, headers });
}

export default function SignInCallback() {
  const { provider, signedIn } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  const [search] = useSearchParams();
  const [form] = useForm({ lastResult });
  const refused = search.get("error") !== null;
  return (
    <AuthLayout title={signedIn ? `Add ${siteNames[provider]}` : `Sign in with ${siteNames[provider]}`}>
      {refused ? (
        <p>{accountText.notSignedInBy(siteNames[provider])}</p>
      ) : (
        <Form method="post" className="stack" {...getFormProps(form)}>
          <FormErrors errors={form.errors} />
          <input type="hidden" name="code" value={search.get("code") ?? ""} />
          <input type="hidden" name="state" value={search.get("state") ?? ""} />
          <p>{accountText.identityConfirmed(siteNames[provider])}</p>
          <button className="btn primary lg wide">Continue</button>
        </Form>
      )}
      <p>
        <Link className="btn quiet" to="/sign-in">
          Try again
        </Link>
      </p>
    </AuthLayout>
  );
}
