import type { ActionFunctionArgs } from "@remix-run/node";
import { write } from "~/db/write";
import { JudgingKeysForm } from "~/domain/account/schema";
import { setJudgingKeys } from "~/domain/account/settings.server";
import { redirectWithFlash } from "~/web/session/flash.server";
import { readForm } from "~/web/form/form.server";
import { requireUser } from "~/web/session/guard.server";
import { safePath } from "~/web/response/redirect.server";
import { accountText } from "~/ui/parts/account-words";

export async function action({ request }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const form = await readForm(request, JudgingKeysForm);
  if (!form.ok) return form.reply;

  const { judgingKeys, to } = form.value;
  await write((tx) => setJudgingKeys(tx, { userId: user.id, judgingKeys }));
  return redirectWithFlash(safePath(to, "/settings"), judgingKeys ? accountText.shortcutsOn : accountText.shortcutsOff);
}
