import { Readable } from "node:stream";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { openFile } from "~/domain/media/serving.server";
import { notFound, viewer } from "~/web/session/guard.server";
import { contentRange, requestedRange } from "~/web/response/range.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const wanted = { key: params.key ?? "", name: params.name ?? "" };
  const who = await viewer(request);
  const range = requestedRange(request);
  const file = await openFile(who, wanted, range ?? undefined);
  if (!file) throw notFound();
  const headers = new Headers({
    "content-type": file.type,
    "accept-ranges": "bytes",
    "cache-control": `${file.open ? "public" : "private"}, max-age=31536000, immutable`,
  });
  const body = Readable.toWeb(file.body) as ReadableStream;
  return range ? contentRange(body, headers, range, file.size) : whole(body, headers, file.size);
}

function whole(body: ReadableStream, headers: Headers, size: number) {
  headers.set("content-length", String(size));
  return new Response(body, { headers });
}
