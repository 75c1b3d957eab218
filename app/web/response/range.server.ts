type Range = { start: number; end: number };

/** The one range of bytes that a request asks for (`bytes=0-499`, `bytes=500-`); null when it asks for the whole, or for more than we do. */
export function requestedRange(request: Request): Range | null {
  const asked = /^bytes=(\d{1,12})-(\d{0,12})$/.exec(request.headers.get("range") ?? "");
  if (!asked) return null;
  const start = Number(asked[1]);
  const end = asked[2] === "" ? Number.MAX_SAFE_INTEGER : Number(asked[2]);
  return start <= end ? { start, end } : null;
}

/** A part of a file of `size` bytes: 206, or 416 when it starts behind the end. */
export function contentRange(body: ReadableStream, headers: Headers, { start, end }: Range, size: number) {
  if (start >= size) {
    void body.cancel();
    return new Response(null, { status: 416, headers: { "content-range": `bytes */${size}` } });
  }
  const last = Math.min(end, size - 1);
  headers.set("content-range", `bytes ${start}-${last}/${size}`);
  headers.set("content-length", String(last - start + 1));
  return new Response(body, { status: 206, headers });
}
