import { and, count, eq, isNull, sum } from "drizzle-orm";
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { generations, media } from "~/db/schema/media";
import { write } from "~/db/write";
import type { Tx } from "~/db/write";
import { declareResources } from "./declaring.server";
import { storageKey } from "./files";
import { picture } from "./picturing.server";
import type { Picture } from "./picturing.server";
import { readGeneration } from "./reading.server";
import type { Reading } from "./reading.server";
import { limits } from "./schema";
import type { UploadRefusal } from "./schema";
import { storage } from "./storage.server";

/** A file that arrived, on disk. */
export type Arrival = { path: string; name: string; bytes: number; tooLarge: boolean };

type Upload = { ownerId: number; arrival: Arrival; level: number; alt: string; now: Date };
type Uploaded = { ok: true; mediaId: number; duplicate: boolean } | { ok: false; reason: UploadRefusal };

/**
 * Takes an arrived file into its owner's library: decoded, re-encoded, stored, and only then written down. The same
 * picture twice is the same media item. Nothing stays on disk when it is refused.
 */
export async function upload({ arrival, ...upload }: Upload): Promise<Uploaded> {
  if (arrival.tooLarge) return { ok: false, reason: "too-large" };
  if (arrival.bytes === 0) return { ok: false, reason: "empty" };
  const folder = await mkdtemp(join(dirname(arrival.path), "making-"));
  try {
    const made = await picture(arrival.path, folder);
    if (!made) return { ok: false, reason: "not-media" };
    if (arrival.bytes > limits.imageBytes) return { ok: false, reason: "too-large" };
    return await keep({ ...upload, arrival, made });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type Kept = Upload & { made: Picture };

async function keep({ ownerId, arrival, made, level, alt, now }: Kept): Promise<Uploaded> {
  const key = createHash("sha256").update(`${ownerId}:${made.pixelHash}`).digest("hex").slice(0, 40);
  const fileHash = await hashFile(arrival.path);
  const reading = await readGeneration(arrival.path);
  await store(key, made, arrival);
  const row = {
    ownerId,
    kind: "image" as const,
    key,
    fileHash,
    pixelHash: made.pixelHash,
    type: made.type,
    bytes: arrival.bytes,
    width: made.width,
    height: made.height,
    thumbhash: made.thumbhash,
    level,
    statedLevel: level,
    alt,
    fileName: arrival.name,
    createdAt: now,
  };
  return write((tx) => add(tx, row, reading));
}

async function store(key: string, made: Picture, arrival: Arrival) {
  for (const variant of made.variants) await storage().put(storageKey(key, `${variant.width}.webp`), variant.path, "image/webp");
  await storage().put(storageKey(key, "original"), arrival.path, made.type);
}

async function add(tx: Tx, row: typeof media.$inferInsert, reading: Reading): Promise<Uploaded> {
  const same = await tx.query.media.findFirst({
    columns: { id: true },
    where: and(eq(media.ownerId, row.ownerId), eq(media.pixelHash, row.pixelHash), isNull(media.deletedAt)),
  });
  if (same) return { ok: true, mediaId: same.id, duplicate: true };
  const full = await quota(tx, row.ownerId, row.bytes);
  if (full) return { ok: false, reason: full };
  const [added] = await tx.insert(media).values(row).returning({ id: media.id });
  await declare(tx, added!.id, reading, row.createdAt);
  return { ok: true, mediaId: added!.id, duplicate: false };
}

/** What the file says of itself, as it stood there and in the normal form, and its resources against the catalogue. */
async function declare(tx: Tx, mediaId: number, { generator, generation, raw }: Reading, now: Date) {
  const normal = generation && { ...generation, raw: undefined };
  await tx.insert(generations).values({ mediaId, generator, normal, raw, readAt: now });
  if (!generation) return;
  await declareResources(tx, { mediaId, declared: generation.resources, hint: generation.baseModelHint, now });
}

async function quota(tx: Tx, ownerId: number, bytes: number) {
  const [owned] = await tx
    .select({ files: count(), bytes: sum(media.bytes).mapWith(Number) })
    .from(media)
    .where(and(eq(media.ownerId, ownerId), isNull(media.deletedAt)));
  if (owned!.files >= limits.ownedFiles) return "quota-files";
  if ((owned!.bytes ?? 0) + bytes > limits.ownedBytes) return "quota-bytes";
  return null;
}

async function hashFile(path: string) {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest("hex");
}
