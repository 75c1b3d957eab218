import { Readable } from "node:stream";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { mediaIdOf, rawTexts } from "~/domain/media/detail.server";
import { notFound, requireUser } from "~/web/session/guard.server";

/** What a file of one's own says, as it stood there. Plain text: no browser makes anything of it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const texts = await rawTexts(user.id, await mediaIdOf(params.key));
  if (!texts) throw notFound();
  const parts = texts.map(({ source, key, text }) => `${source} ${key}\n${text}\n\n`);
  return new Response(Readable.toWeb(Readable.from(parts.map((part) => Buffer.from(part)))) as ReadableStream, {
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "private, no-store" },
  });
}
