const strictUtf8 = new TextDecoder("utf-8", { fatal: true });

/** Bytes as UTF-8 where they are that, else as Latin-1. Never throws. */
export function decodeText(bytes: Uint8Array) {
  return decodeUtf8(bytes) ?? decodeLatin1(bytes);
}

/** Bytes as UTF-8, or null when they are not. */
export function decodeUtf8(bytes: Uint8Array) {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return null;
  }
}

export function decodeLatin1(bytes: Uint8Array) {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}

export function decodeUtf16(bytes: Uint8Array, order: "utf-16be" | "utf-16le") {
  return new TextDecoder(order).decode(bytes);
}

/** Text without the NULs that pad it at either end. */
export function withoutPadding(text: string) {
  let start = 0;
  let end = text.length;
  while (start < end && text.charCodeAt(start) === 0) start++;
  while (end > start && text.charCodeAt(end - 1) === 0) end--;
  return text.slice(start, end);
}
