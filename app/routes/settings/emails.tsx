import type { ActionFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { z } from "zod";
import { write } from "~/db/write";
import { createEmailLink } from "~/domain/account/email-links.server";
import { Refusal } from "~/ui/parts/refusal";
import { clock } from "~/web/server/clock.server";
import { redirectWithFlash } from "~/web/session/flash.server";
import { readForm } from "~/web/form/form.server";
import { requireUser } from "~/web/session/guard.server";
import { sendEmail } from "~/web/mail/mail.server";
import { accountText } from "~/ui/parts/account-words";

export async function action({ request }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const form = await readForm(request, z.strictObject({}));
  if (!form.ok) return form.reply;

  const email = await write((tx) =>
    createEmailLink(tx, { userId: user.id, purpose: "verify-email", now: clock.now() }),
  );
  if (!email) return form.refuse({ form: "Your email is already confirmed." });
  if (!(await sendEmail("verify-email", email)))
    return form.refuse({ form: "The email couldn’t be sent. Try again later." });
  return redirectWithFlash("/settings/security", accountText.emailSent(email.email));
}

export default function SettingsEmails() {
  return (
    <Refusal
      title="Email not sent"
      answer={useActionData<typeof action>()}
      back={{ to: "/settings/security", words: "Back to settings" }}
    />
  );
}
