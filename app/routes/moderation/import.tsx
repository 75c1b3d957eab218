import { readFile } from "node:fs/promises";
import { json } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { write } from "~/db/write";
import { readModelsList } from "~/domain/catalog/models-list";
import { importModelList } from "~/domain/moderation/catalog-actions.server";
import { ImportFields } from "~/domain/moderation/schema";
import { ImportForm } from "~/ui/moderation/import-form";
import type { ImportAnswer } from "~/ui/moderation/import-form";
import { ModerationFrame } from "~/ui/moderation/frame";
import { list } from "~/ui/parts/format";
import { clock } from "~/web/server/clock.server";
import { redirectWithFlash } from "~/web/session/flash.server";
import { requireModerator } from "~/web/session/guard.server";
import { fieldsOf } from "~/web/form/form-fields.server";
import { withUpload } from "~/web/form/upload.server";
import { moderationText } from "~/ui/moderation/moderation-words";

export const meta: MetaFunction = () => [{ title: "Import models · Crucible" }];

const LARGEST_LIST = 20 * 1024 * 1024;
const MAX_BACK = 1000;
const MAX_NAMED = 20;

export async function loader({ request }: LoaderFunctionArgs) {
  await requireModerator(request);
  return null;
}

export async function action({ request }: ActionFunctionArgs) {
  const moderator = await requireModerator(request);
  return withUpload(
    request,
    { fileBytes: LARGEST_LIST, files: 1, fields: fieldsOf(ImportFields) },
    async ([file], words, excess) => {
      const typed = ImportFields.safeParse(Object.fromEntries(words));
      const reason = String(words.get("reason") ?? "").slice(0, MAX_BACK);
      if (excess === "bytes" || file?.tooLarge) return refuse({ reason, fileError: "This file is larger than 20 MB." });
      if (!typed.success) return refuse({ reason, reasonError: typed.error.issues[0]!.message });
      if (!file || file.bytes === 0) return refuse({ reason, fileError: "Choose a file." });
      const read = readModelsList(await readFile(file.path, "utf8"));
      if (!read.ok) return refuse({ reason, fileError: read.words });
      const act = { moderatorId: moderator.id, list: read.list, reason: typed.data.reason, now: clock.now() };
      const done = await write((tx) => importModelList(tx, act));
      if (!done.ok)
        return refuse({
          reason,
          fileError: `Unknown base models: ${list(done.names.slice(0, MAX_NAMED))}. Nothing was imported.`,
        });
      return redirectWithFlash("/moderation/catalog", moderationText.imported(done.added, done.updated));
    },
  );
}

function refuse(answer: ImportAnswer) {
  return json(answer, { status: 422 });
}

export default function ModerationImport() {
  return (
    <ModerationFrame at="/moderation/catalog" title="Import models">
      <ImportForm answer={useActionData<typeof action>()} />
    </ModerationFrame>
  );
}
