import { createReadStream } from "node:fs";
import { Readable, pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { takesGzip } from "./accepted.server";

type PackedFile = {
  name: string;
  type: string;
  /** Changes with the content. */
  tag: string;
  /** What decides who may have it. */
  vary: "cookie" | "authorization";
};

/**
 * A download of a file that is kept gzipped, unpacked for clients that don't take gzip. `find` is asked for the path only
 * when there is something to send; null when it has none.
 */
export async function packedFile(request: Request, file: PackedFile, find: () => Promise<string | null>) {
  const packed = takesGzip(request.headers);
  const etag = `"${file.tag}${packed ? "-gzip" : ""}"`;
  const headers = {
    "content-type": file.type,
    "content-disposition": `attachment; filename="${file.name}"`,
    "cache-control": "private, max-age=3600",
    vary: `accept-encoding, ${file.vary}`,
    etag,
  };
  if (request.headers.get("if-none-match") === etag) return new Response(null, { status: 304, headers });
  const encoded = packed ? { ...headers, "content-encoding": "gzip" } : headers;
  if (request.method === "HEAD") return new Response(null, { headers: encoded });
  const path = await find();
  if (!path) return null;
  return new Response(Readable.toWeb(contentOf(path, packed)) as ReadableStream, { headers: encoded });
}

/** Unlike `pipe`, `pipeline` passes on that the file can’t be read: the download breaks off, and not the process. */
function contentOf(path: string, packed: boolean) {
  const stored = createReadStream(path);
  return packed ? stored : pipeline(stored, createGunzip(), () => undefined);
}
