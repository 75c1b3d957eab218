import { Readable } from "node:stream";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { openOriginal } from "~/domain/media/serving.server";
import { mediaIdOf } from "~/domain/media/detail.server";
import { notFound, requireUser } from "~/web/session/guard.server";

/** The file as its owner uploaded it, always as a download. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const file = await openOriginal(user.id, await mediaIdOf(params.key));
  if (!file) throw notFound();
  return new Response(Readable.toWeb(file.body) as ReadableStream, {
    headers: {
      "content-type": file.type,
      "content-length": String(file.size),
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName || "original")}`,
      "cache-control": "private, no-store",
    },
  });
}
