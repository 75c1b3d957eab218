/** A file that is read in places, however large: the bytes from `at`, fewer where it ends. */
export type ByteSource = { size: number; read: (at: number, length: number) => Promise<Uint8Array> };

export function sourceOf(bytes: Uint8Array): ByteSource {
  return { size: bytes.length, read: async (at, length) => bytes.subarray(at, at + length) };
}
