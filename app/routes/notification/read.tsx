import { redirect } from "@remix-run/node";
import type { ActionFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { write } from "~/db/write";
import { markAllRead, markRead } from "~/domain/notification/notifications.server";
import { ReadForm } from "~/domain/notification/schema";
import { Refusal } from "~/ui/parts/refusal";
import { clock } from "~/web/server/clock.server";
import { readForm } from "~/web/form/form.server";
import { notFound, requireUser } from "~/web/session/guard.server";
import { safePath } from "~/web/response/redirect.server";

/** One of them, or all. */
export async function action({ request }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const form = await readForm(request, ReadForm);
  if (!form.ok) return form.reply;

  const { notificationId, to } = form.value;
  const by = { userId: user.id, now: clock.now() };
  const done = await write(async (tx) =>
    notificationId ? markRead(tx, { ...by, notificationId }) : markAllRead(tx, by),
  );
  if (done === null) throw notFound();
  return redirect(safePath(to, "/notifications"), 303);
}

export default function NotificationsRead() {
  return (
    <Refusal
      title="Not marked as read"
      answer={useActionData<typeof action>()}
      back={{ to: "/notifications", words: "Back to notifications" }}
    />
  );
}
