import type { ActionFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { write } from "~/db/write";
import { ThemeForm } from "~/domain/account/schema";
import { setTheme } from "~/domain/account/settings.server";
import { Refusal } from "~/ui/parts/refusal";
import { readForm } from "~/web/form/form.server";
import { safePath } from "~/web/response/redirect.server";
import { currentUser } from "~/web/session/session.server";
import { themeCookie } from "~/web/session/theme.server";

/** For guests as well: the cookie holds it for this browser, the settings for every other. */
export async function action({ request }: ActionFunctionArgs) {
  const user = await currentUser(request);
  const form = await readForm(request, ThemeForm);
  if (!form.ok) return form.reply;

  const { theme, to } = form.value;
  if (user) await write((tx) => setTheme(tx, { userId: user.id, theme }));
  return redirect(safePath(to), { status: 303, headers: { "set-cookie": themeCookie(theme) } });
}

export default function SettingsTheme() {
  return (
    <Refusal
      title="Theme not changed"
      answer={useActionData<typeof action>()}
      back={{ to: "/settings", words: "Back to settings" }}
    />
  );
}
