import { and, count, eq, isNull, sum } from "drizzle-orm";
import { createHash, randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { reader } from "~/db/client";
import type { Db, Tx } from "~/db/client";
import { generations, media } from "~/db/schema/media";
import { write } from "~/db/write";
import { declareResources } from "~/domain/catalog/declared-resources.server";
import { discardNow, withFileLock } from "./discarding.server";
import { storageKey } from "./files";
import type { PublishedFile } from "./process-image.server";
import type { Reading } from "~/domain/metadata/file-metadata.server";
import { limits } from "./limits";
import type { UploadRefusal } from "./limits";
import { isStoreDown, storage } from "./storage.server";
import { serializeByKey } from "./concurrency";

/** What was made of a file. Without pixels to compare, a video is the same when its file is. */
export type ProcessedFile = Pick<
  typeof media.$inferSelect,
  "kind" | "type" | "width" | "height" | "durationMs" | "hasPoster" | "thumbhash"
> & {
  pixelHash: string | null;
  files: PublishedFile[];
};

const KEPT_RAW = 200_000;

export type StoreResult = { ok: true; mediaId: number; duplicate: boolean } | { ok: false; reason: UploadRefusal };

type StoreMediaInput = {
  ownerId: number;
  arrival: { path: string; name: string; bytes: number };
  made: ProcessedFile;
  reading: Reading;
  level: number;
  alt: string;
  now: Date;
};

/**
 * Stores what was made and writes it down, unless its owner has it already or has no room for it. What was stored for
 * nothing goes again, or with the next sweep when the store is gone too.
 */
export async function storeMedia({
  arrival,
  made: { files, ...made },
  reading,
  now,
  ...words
}: StoreMediaInput): Promise<StoreResult> {
  const fileHash = await hashFile(arrival.path);
  const pixelHash = made.pixelHash ?? fileHash;
  const key = randomBytes(20).toString("hex"); // nobody who has the picture can work out its address
  const named = {
    key,
    fileHash,
    pixelHash,
    fileName: arrival.name,
    bytes: arrival.bytes,
    statedLevel: words.level,
    createdAt: now,
  };
  const row = { ...words, ...made, ...named };
  return onUploadsOf(`${words.ownerId}:${pixelHash}`, () =>
    withFileLock(key, async () => {
      const settled = await duplicateOrRefusal(reader(), row);
      if (settled?.ok) await write((tx) => readAgain(tx, settled.mediaId, reading, now));
      if (settled) return settled;
      try {
        await store(key, [...files, { name: "original", path: arrival.path, type: made.type }]);
        return await write((tx) => add(tx, row, reading));
      } catch (error) {
        if (isStoreDown(error)) return { ok: false, reason: "store-down" };
        throw error;
      } finally {
        await discardNow(key);
      }
    }),
  );
}

/** The same picture sent twice at once is stored once. */
const onUploadsOf = serializeByKey();

async function store(key: string, files: PublishedFile[]) {
  for (const { name, path, type } of files) await storage().put(storageKey(key, name), path, type);
}

type Row = typeof media.$inferInsert;

async function add(tx: Tx, row: Row, reading: Reading): Promise<StoreResult> {
  const settled = await duplicateOrRefusal(tx, row);
  if (settled) return settled;
  const [added] = await tx.insert(media).values(row).returning({ id: media.id });
  await declare(tx, added!.id, reading, row.createdAt);
  return { ok: true, mediaId: added!.id, duplicate: false };
}

/** What the file says of itself, as it stood there and in the normal form, and its resources against the catalog. */
async function declare(tx: Tx, mediaId: number, { generator, generation, raw }: Reading, now: Date) {
  const normal = generation && { ...generation, raw: undefined };
  await tx.insert(generations).values({ mediaId, generator, normal, raw: boundedRaw(raw), readAt: now });
  if (!generation) return;
  await declareResources(tx, { mediaId, declared: generation.resources, hint: generation.baseModelHint, now });
}

/** A copy that says how it was made tells about the one that was sent before without a word. */
async function readAgain(tx: Tx, mediaId: number, reading: Reading, now: Date) {
  if (!reading.generation) return;
  const before = await tx.query.generations.findFirst({
    columns: { generator: true, normal: true },
    where: eq(generations.mediaId, mediaId),
  });
  if (before?.normal) return;
  await tx.delete(generations).where(eq(generations.mediaId, mediaId));
  await declare(tx, mediaId, reading, now);
}

/** The texts of a file as far as they are kept: no binary, and 200 KB in all. */
function boundedRaw(raw: Reading["raw"]) {
  let left = KEPT_RAW;
  return raw.flatMap((entry) => {
    if (left <= 0 || entry.source === "C2PA") return [];
    const text = entry.text.slice(0, left);
    left -= Buffer.byteLength(text);
    return text === "" ? [] : [{ ...entry, key: entry.key.slice(0, 200), text }];
  });
}

async function duplicateOrRefusal(db: Db | Tx, { ownerId, pixelHash, bytes }: Row): Promise<StoreResult | null> {
  const owned = and(eq(media.ownerId, ownerId), isNull(media.deletedAt));
  const [same] = await db
    .select({ id: media.id })
    .from(media)
    .where(and(owned, eq(media.pixelHash, pixelHash)));
  if (same) return { ok: true, mediaId: same.id, duplicate: true };
  const [library] = await db
    .select({ files: count(), bytes: sum(media.bytes).mapWith(Number) })
    .from(media)
    .where(owned);
  if (library!.files >= limits.ownedFiles) return { ok: false, reason: "quota-files" };
  if ((library!.bytes ?? 0) + bytes > limits.ownedBytes) return { ok: false, reason: "quota-bytes" };
  return null;
}

async function hashFile(path: string) {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest("hex");
}
