import { json } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { write } from "~/db/write";
import type { Tx } from "~/db/write";
import { changePassword, isOwnPassword } from "~/domain/account/changing-password.server";
import { hashPassword } from "~/domain/account/passwords.server";
import { passwordFault } from "~/domain/account/password-strength.server";
import { PasswordForm } from "~/domain/account/schema";
import { sessionsOf } from "~/domain/account/session-list.server";
import { startSession } from "~/domain/account/sessions.server";
import { readSettings } from "~/domain/account/settings.server";
import { Address, PasswordChange, Sessions } from "~/ui/settings/security";
import { OtherSites } from "~/ui/account/other-sites";
import { Panel } from "~/ui/parts/panel";
import { SettingsFrame } from "~/ui/settings/frame";
import { clock } from "~/web/server/clock.server";
import { redirectWithFlash } from "~/web/session/flash.server";
import { readForm } from "~/web/form/form.server";
import { notFound, requireUser } from "~/web/session/guard.server";
import { datesToMs } from "~/web/response/instants";
import { configuredProviders } from "~/web/session/oauth-providers.server";
import { SESSION_DAYS, signedIn } from "~/web/session/session.server";
import { accountText } from "~/ui/parts/account-words";

export const meta: MetaFunction = () => [{ title: "Sign-in and security · Crucible" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const now = clock.now();
  const settings = await readSettings(user.id);
  if (!settings) throw notFound();
  const { email, emailVerifiedAt, hasPassword } = settings;
  const sessions = (await sessionsOf(user.id, now)).map((one) => ({
    ...datesToMs(one),
    here: one.id === user.sessionId,
  }));
  return json({
    email,
    verified: emailVerifiedAt !== null,
    hasPassword,
    sessions,
    providers: configuredProviders(),
    now: now.getTime(),
  });
}

export async function action({ request }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const session = { userAgent: request.headers.get("user-agent") ?? "", days: SESSION_DAYS, now: clock.now() };
  const form = await readForm(request, PasswordForm);
  if (!form.ok) return form.reply;

  const { password, newPassword } = form.value;
  const settings = await readSettings(user.id);
  if (settings?.hasPassword && !(await isOwnPassword(user.id, password)))
    return form.refuse({ password: accountText.incorrectPassword });
  const weak = passwordFault(newPassword, { username: user.username, email: settings?.email });
  if (weak) return form.refuse({ newPassword: weak });
  const passwordHash = await hashPassword(newPassword);
  const token = await write((tx) => changeAndStay(tx, { userId: user.id, passwordHash }, session));
  const headers = await signedIn(user.id, token);
  return redirectWithFlash("/settings/security", "Password changed. You’ve been signed out everywhere else.", {
    headers,
  });
}

type Change = Parameters<typeof changePassword>[1];
type Session = Omit<Parameters<typeof startSession>[1], "userId" | "replaces">;

/** Every session ends; whoever changed it goes on in a new one. */
async function changeAndStay(tx: Tx, change: Change, session: Session) {
  await changePassword(tx, change);
  return startSession(tx, { ...session, userId: change.userId, replaces: null });
}

export default function SettingsSecurity() {
  const { email, verified, hasPassword, sessions, providers, now } = useLoaderData<typeof loader>();
  return (
    <SettingsFrame at="/settings/security">
      <PasswordChange hasPassword={hasPassword} lastResult={useActionData<typeof action>()} />
      <Address email={email} verified={verified} />
      <Sessions sessions={sessions} now={now} />
      {providers.length > 0 ? (
        <Panel title="Other ways to sign in" stack>
          <OtherSites providers={providers} />
        </Panel>
      ) : null}
    </SettingsFrame>
  );
}
