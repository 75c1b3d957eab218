import { sql } from "drizzle-orm";
import { blob, check, index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { flag, id, instant, oneOf } from "./columns";
import { hashTypes, matchStrengths, mediaKinds, resourceKinds } from "./values";

export const media = sqliteTable(
  "media",
  {
    id: id(),
    ownerId: integer().notNull(),
    kind: text({ enum: mediaKinds }).notNull(),
    /** SHA-256 of the original file; names the private original. */
    fileHash: text().notNull(),
    /** SHA-256 of the decoded pixels (of the file, for a video): the same picture is the same row for its owner. */
    pixelHash: text().notNull(),
    /** Names the published variants. */
    key: text().notNull(),
    type: text().notNull(),
    bytes: integer().notNull(),
    width: integer().notNull(),
    height: integer().notNull(),
    durationMs: integer(),
    hasPoster: flag().notNull().default(true),
    thumbhash: blob({ mode: "buffer" }),
    level: integer().notNull().default(0),
    statedLevel: integer().notNull().default(0),
    alt: text().notNull().default(""),
    fileName: text().notNull().default(""),
    hidePrompt: flag().notNull().default(false),
    createdAt: instant().notNull(),
    deletedAt: instant(),
    /** When its owner showed it to everyone; without that others see it once it was entered and over, or as a cover. */
    publishedAt: instant(),
  },
  (t) => [
    uniqueIndex("media_same_pixels")
      .on(t.ownerId, t.pixelHash)
      .where(sql`${t.deletedAt} IS NULL`),
    index("media_owner").on(t.ownerId, t.id),
    index("media_key").on(t.key),
    index("media_file").on(t.fileHash),
    oneOf("media_kind", t.kind, mediaKinds),
    check("media_level", sql`${t.level} IN (0, 1, 2, 4, 8, 16, 32)`),
    check("media_stated_level", sql`${t.statedLevel} IN (0, 1, 2, 4, 8, 16, 32)`),
    check("media_size", sql`${t.width} > 0 AND ${t.height} > 0 AND ${t.bytes} > 0`),
  ],
);

/** What the file says about how it was made, in the normal form and as it stood in the file. */
export const generations = sqliteTable(
  "generations",
  {
    mediaId: integer()
      .primaryKey()
      .references(() => media.id, { onDelete: "cascade" }),
    generator: text(),
    normal: text({ mode: "json" }),
    raw: text({ mode: "json" }).notNull(),
    baseModelId: integer().references(() => baseModels.id),
    readAt: instant().notNull(),
  },
  (t) => [index("generations_base_model").on(t.baseModelId)],
);

export const baseModels = sqliteTable(
  "base_models",
  {
    id: id(),
    name: text().notNull().unique(),
    kind: text({ enum: mediaKinds }).notNull(),
    ecosystem: text().notNull().default(""),
    position: integer().notNull().default(0),
  },
  (t) => [oneOf("base_models_kind", t.kind, mediaKinds)],
);

/** A model, LoRA, VAE … that somebody named, or that was merely seen in an upload. */
export const models = sqliteTable(
  "models",
  {
    id: id(),
    kind: text({ enum: resourceKinds }).notNull(),
    name: text().notNull(),
    named: flag().notNull().default(false),
    mergedInto: integer(),
    createdAt: instant().notNull(),
  },
  (t) => [index("models_name").on(t.name), oneOf("models_kind", t.kind, resourceKinds)],
);

export const modelVersions = sqliteTable(
  "model_versions",
  {
    id: id(),
    modelId: integer()
      .notNull()
      .references(() => models.id, { onDelete: "cascade" }),
    name: text().notNull().default(""),
    baseModelId: integer().references(() => baseModels.id),
    /** The number that other sites and AIR urns know it by. */
    publicId: integer(),
    seen: integer().notNull().default(0),
    createdAt: instant().notNull(),
  },
  (t) => [
    index("model_versions_model").on(t.modelId),
    index("model_versions_base").on(t.baseModelId),
    uniqueIndex("model_versions_public")
      .on(t.publicId)
      .where(sql`${t.publicId} IS NOT NULL`),
  ],
);

export const modelHashes = sqliteTable(
  "model_hashes",
  {
    type: text({ enum: hashTypes }).notNull(),
    hash: text().notNull(),
    versionId: integer()
      .notNull()
      .references(() => modelVersions.id, { onDelete: "cascade" }),
  },
  (t) => [
    primaryKey({ columns: [t.type, t.hash, t.versionId] }),
    index("model_hashes_version").on(t.versionId),
    oneOf("model_hashes_type", t.type, hashTypes),
  ],
);

/** File names that a version goes by, normalized; a weak match. */
export const modelFiles = sqliteTable(
  "model_files",
  {
    name: text().notNull(),
    versionId: integer()
      .notNull()
      .references(() => modelVersions.id, { onDelete: "cascade" }),
  },
  (t) => [primaryKey({ columns: [t.name, t.versionId] }), index("model_files_version").on(t.versionId)],
);

/** Resources that a media item declares, matched against the catalog when it was read. */
export const mediaResources = sqliteTable(
  "media_resources",
  {
    mediaId: integer()
      .notNull()
      .references(() => media.id, { onDelete: "cascade" }),
    position: integer().notNull(),
    kind: text({ enum: resourceKinds }).notNull(),
    name: text().notNull().default(""),
    weight: real(),
    versionId: integer().references(() => modelVersions.id),
    baseModelId: integer().references(() => baseModels.id),
    strength: text({ enum: matchStrengths }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.mediaId, t.position] }),
    index("media_resources_version").on(t.versionId),
    oneOf("media_resources_kind", t.kind, resourceKinds),
    oneOf("media_resources_strength", t.strength, matchStrengths),
  ],
);
