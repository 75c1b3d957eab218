import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { write } from "~/db/write";
import { endSession } from "~/domain/account/sessions.server";
import { redirectWithFlash } from "~/web/session/flash.server";
import { readForm } from "~/web/form/form.server";
import { clearSessionCookie, sessionToken } from "~/web/session/session.server";

const SignOutForm = z.strictObject({});

export async function action({ request }: ActionFunctionArgs) {
  const token = sessionToken(request);
  const form = await readForm(request, SignOutForm);
  if (!form.ok) return form.reply;

  if (token) await write((tx) => endSession(tx, token));
  // Going back must not show what the next person at this browser is not to see.
  const headers = { "set-cookie": clearSessionCookie(), "clear-site-data": '"cache"' };
  return redirectWithFlash("/crucibles", "You’re signed out.", { headers });
}
