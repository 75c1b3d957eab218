import { mkdtemp, open, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { HEAD_BYTES, fileKind } from "~/domain/metadata/containers/signature";
import type { FileKind } from "~/domain/metadata/containers/signature";
import { processVideo } from "./process-video.server";
import { storeMedia } from "./store-media.server";
import type { StoreResult, ProcessedFile } from "./store-media.server";
import { decodedBytes, MAX_DECODED_BYTES, processImage } from "./process-image.server";
import { readGeneration } from "~/domain/metadata/file-metadata.server";
import { limits } from "./limits";
import type { UploadRefusal } from "./limits";
import { limitConcurrency } from "./concurrency";

/** A file that arrived, on disk; `frame` is a picture that the browser drew of a video. */
export type UploadedFile = { path: string; name: string; bytes: number; tooLarge: boolean; frame?: string | null };

type Upload = { ownerId: number; arrival: UploadedFile; level: number; alt: string; now: Date };

// Two at once, as more would not be faster; less when they have to be held whole. Half of what is held is what any takes.
const processing = limitConcurrency(MAX_DECODED_BYTES);
const MIN_HELD = MAX_DECODED_BYTES / 2;

/**
 * Takes an arrived file into its owner's library: decoded, re-encoded, stored, and only then written down. The same
 * picture twice is the same media item. Nothing stays on disk when it is refused.
 */
export async function upload({ arrival, ...upload }: Upload): Promise<StoreResult> {
  if (arrival.tooLarge) return { ok: false, reason: "too-large" };
  if (arrival.bytes === 0) return { ok: false, reason: "empty" };
  const kind = await kindOf(arrival.path);
  const held = await decodedBytes(arrival.path);
  if (held > MAX_DECODED_BYTES) return { ok: false, reason: "too-heavy" };
  const folder = await mkdtemp(join(dirname(arrival.path), "making-"));
  try {
    const made = await processing(weightOf(kind, held), () => makeAndRead(arrival, kind, folder));
    return made.ok ? await storeMedia({ ...upload, arrival, ...made }) : made;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

// The thread that reads a video may take as much as the largest picture.
function weightOf(kind: FileKind, held: number) {
  return kind === "mp4" || kind === "webm" ? MAX_DECODED_BYTES : Math.max(MIN_HELD, held);
}

async function makeAndRead(arrival: UploadedFile, kind: FileKind, folder: string) {
  const made = await make(arrival, kind, folder);
  return made.ok ? { ...made, reading: await readGeneration(arrival.path) } : made;
}

type ProcessResult = { ok: true; made: ProcessedFile } | { ok: false; reason: UploadRefusal };

async function make(
  { path, bytes, frame = null }: UploadedFile,
  kind: FileKind,
  folder: string,
): Promise<ProcessResult> {
  if (kind === "mp4" || kind === "webm") return processVideo({ path, kind, folder, frame });
  if (kind === "heic" || kind === "avif") return { ok: false, reason: "other-picture" };
  if (kind !== "jpeg" && kind !== "png" && kind !== "webp") return { ok: false, reason: "not-media" };
  if (bytes > limits.imageBytes) return { ok: false, reason: "too-large" };
  const made = await processImage(path, folder);
  return made
    ? { ok: true, made: { kind: "image", durationMs: null, hasPoster: true, ...made } }
    : { ok: false, reason: "not-media" };
}

async function kindOf(path: string) {
  const file = await open(path, "r");
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return fileKind(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}
