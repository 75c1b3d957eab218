import { randomBytes } from "node:crypto";
import { json } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { write } from "~/db/write";
import { isOwnPassword } from "~/domain/account/changing-password.server";
import { readSettings } from "~/domain/account/settings.server";
import { isAdmin } from "~/domain/moderation/rules";
import { familiesOf } from "~/domain/token/families.server";
import { createPersonalToken, personalTokensOf } from "~/domain/token/personal.server";
import { NewTokenForm, deviceClients, scopes } from "~/domain/token/schema";
import type { DeviceClient } from "~/domain/token/schema";
import { accountText } from "~/ui/parts/account-words";
import { tokenText } from "~/ui/parts/token-words";
import { ConnectedApps } from "~/ui/settings/connected-apps";
import { SettingsFrame } from "~/ui/settings/frame";
import { CreatedToken, NewToken } from "~/ui/settings/new-token";
import { readForm } from "~/web/form/form.server";
import { datesToMs } from "~/web/response/instants";
import { clock } from "~/web/server/clock.server";
import { notFound, requireUser } from "~/web/session/guard.server";

export const meta: MetaFunction = () => [{ title: "Connected apps · Crucible" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const [user, now] = [await requireUser(request), clock.now()];
  const settings = await readSettings(user.id);
  if (!settings) throw notFound();
  const apps = await familiesOf(user.id, now);
  return json({
    tokens: (await personalTokensOf(user.id, now)).map(datesToMs),
    apps: apps.map(({ client, ...app }) => ({ ...datesToMs(app), name: deviceClients[client as DeviceClient] })),
    scopes: Object.entries(scopes)
      .filter(([value]) => value !== "admin" || isAdmin(user))
      .map(([value, hint]) => ({ value, label: value[0]!.toUpperCase() + value.slice(1), hint })),
    hasPassword: settings.hasPassword,
    now: now.getTime(),
  });
}

const refusals = {
  "too-many": { form: tokenText.tooMany },
  "too-long": { days: tokenText.tooLong },
  "name-taken": { name: tokenText.nameTaken },
};

export async function action({ request }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const form = await readForm(request, NewTokenForm);
  if (!form.ok) return form.reply;

  const { password, ...asked } = form.value;
  const settings = await readSettings(user.id);
  if (settings?.hasPassword && !(await isOwnPassword(user.id, password)))
    return form.refuse({ password: accountText.incorrectPassword });
  const creation = { userId: user.id, ...asked, random: randomBytes(32), now: clock.now() };
  const done = await write((tx) => createPersonalToken(tx, creation));
  if (!done.ok) return form.refuse(refusals[done.reason]);
  return json({ token: done.token }, { headers: { "cache-control": "no-store" } });
}

export default function SettingsTokens() {
  const { tokens, apps, scopes, hasPassword, now } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const token = answer && "token" in answer ? answer.token : null;
  return (
    <SettingsFrame at="/settings/tokens">
      {token ? <CreatedToken token={token} /> : null}
      <ConnectedApps tokens={tokens} apps={apps} now={now} />
      <NewToken
        key={token}
        lastResult={answer && !("token" in answer) ? answer : undefined}
        hasPassword={hasPassword}
        scopes={scopes}
      />
    </SettingsFrame>
  );
}
