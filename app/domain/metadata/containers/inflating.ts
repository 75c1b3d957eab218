import { gunzipSync, inflateSync } from "node:zlib";

/** Inflates a zlib stream to at most `limit` bytes; null when it is broken or longer. */
export function inflate(bytes: Uint8Array, limit: number) {
  return bounded(inflateSync, bytes, limit);
}

/** The same for gzip. */
export function gunzip(bytes: Uint8Array, limit: number) {
  return bounded(gunzipSync, bytes, limit);
}

function bounded(run: typeof inflateSync, bytes: Uint8Array, limit: number): Uint8Array | null {
  if (limit <= 0) return null;
  try {
    return run(bytes, { maxOutputLength: limit });
  } catch {
    return null;
  }
}
