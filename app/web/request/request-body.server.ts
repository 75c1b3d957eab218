/** More is not listened to, in bytes: who sends it finds the connection closed. */
const MAX_DISCARDED_BYTES = 256 * 1024 * 1024;

/** Reads what nobody wants and drops it: who is still sending when the answer comes may lose the connection before hearing it. */
export async function discardBody(reader: ReadableStreamDefaultReader<Uint8Array>) {
  let left = MAX_DISCARDED_BYTES;
  for (let part = await readChunk(reader); part && !part.done && left > 0; part = await readChunk(reader))
    left -= part.value.length;
}

/** Whether a request says beforehand that it brings more than is listened to: it is answered at once. */
export function isOversized(request: Request) {
  return Number(request.headers.get("content-length")) > MAX_DISCARDED_BYTES;
}

/** The next part of a body; null when it broke off. */
export function readChunk(reader: ReadableStreamDefaultReader<Uint8Array>) {
  return reader.read().catch(() => null);
}
