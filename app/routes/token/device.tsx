import { json } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findDeviceRequest } from "~/domain/token/device-codes.server";
import { DeviceCodeForm, deviceClients, readUserCode, showUserCode } from "~/domain/token/schema";
import type { DeviceClient } from "~/domain/token/schema";
import { tokenText } from "~/ui/parts/token-words";
import { CodeForm, DecisionForm } from "~/ui/token/device";
import { readForm } from "~/web/form/form.server";
import { network } from "~/web/request/address.server";
import { clock } from "~/web/server/clock.server";
import { requireUser } from "~/web/session/guard.server";

export const meta: MetaFunction = () => [{ title: "Connect an app · Crucible" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  return json({ username: user.username, now: clock.now().getTime() });
}

/** Shows what the code would allow. Nothing is decided yet. */
export async function action({ request, context }: ActionFunctionArgs) {
  await requireUser(request);
  const form = await readForm(request, DeviceCodeForm);
  if (!form.ok) return form.reply;

  const code = readUserCode(form.value.code);
  const found = code && (await findDeviceRequest(code, clock.now()));
  if (!found) return form.refuse({ code: tokenText.wrongCode });
  const asked = {
    code: showUserCode(code),
    app: deviceClients[found.client as DeviceClient],
    scopes: found.scopes,
    sameNetwork: found.network === network(context.ip),
    createdAt: found.createdAt.getTime(),
  };
  return json({ asked });
}

export default function Device() {
  const { username, now } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const asked = answer && "asked" in answer ? answer.asked : null;
  return (
    <main id="main" className="wrap narrow stack">
      <h1>{tokenText.connect}</h1>
      {asked ? (
        <DecisionForm asked={asked} username={username} now={now} />
      ) : (
        <CodeForm lastResult={answer && !("asked" in answer) ? answer : undefined} />
      )}
    </main>
  );
}
