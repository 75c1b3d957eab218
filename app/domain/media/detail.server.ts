import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { reader } from "~/db/client";
import { users } from "~/db/schema/account";
import { baseModels, generations, media, mediaResources, models, modelVersions } from "~/db/schema/media";
import type { GenerationMetadata, RawEntry } from "~/domain/metadata/generation";
import type { Viewer } from "./content-ratings";
import { mediaColumns, viewOf } from "./library.server";
import { openTo } from "./visibility.server";

/**
 * A media item with all that may be said of it, or null when there is none that the viewer may see. What its file declares
 * of its making is for everyone, but for the prompt when the owner hides it. The file's own texts are not in it: see `rawTexts`.
 */
export async function mediaDetail(viewer: Viewer, mediaId: number) {
  const [row] = await reader()
    .select({ item: mediaColumns, extra: extras, owner: { id: users.id, username: users.username } })
    .from(media)
    .innerJoin(users, eq(users.id, media.ownerId))
    .where(and(eq(media.id, mediaId), openTo(viewer)));
  if (!row) return null;
  const own = row.owner.id === viewer.id;
  const generation = await generationOf(mediaId, own || !row.extra.hidePrompt);
  return {
    ...viewOf(row.item),
    ...row.extra,
    published: row.extra.published !== null,
    fileName: own ? row.extra.fileName : null,
    owner: row.owner,
    own,
    generation,
  };
}

const extras = {
  type: media.type,
  bytes: media.bytes,
  fileName: media.fileName,
  hidePrompt: media.hidePrompt,
  statedLevel: media.statedLevel,
  createdAt: media.createdAt,
  published: media.publishedAt,
};

/** Of a media item's texts a page gets 20 KB at most. */
const SHOWN = { text: 4_000, setting: 200, resources: 30, characters: 5 };

async function generationOf(mediaId: number, open: boolean) {
  const [made] = await reader()
    .select({
      generator: generations.generator,
      normal: generations.normal,
      rawBytes: sql<number>`length(${generations.raw})`,
      baseModel: baseModels.name,
    })
    .from(generations)
    .leftJoin(baseModels, eq(baseModels.id, generations.baseModelId))
    .where(eq(generations.mediaId, mediaId));
  if (!made) return null;
  const { prompt, negativePrompt, characters, ...settings } = (made.normal ?? {}) as Partial<GenerationMetadata>;
  return {
    generator: made.generator,
    baseModel: made.baseModel,
    settings: settingsOf(settings),
    prompt: open ? cut(prompt) : null,
    negativePrompt: open ? cut(negativePrompt) : null,
    characters: open ? (characters ?? []).slice(0, SHOWN.characters).map((words) => words.slice(0, 800)) : [],
    hasRaw: made.rawBytes > "[]".length,
    resources: await resourcesOf(mediaId),
  };
}

function cut(words: string | undefined, most = SHOWN.text) {
  return words === undefined ? null : words.slice(0, most);
}

function settingsOf({ sampler, scheduler, steps, cfgScale, seed }: Partial<GenerationMetadata>) {
  const words = { sampler: cut(sampler, SHOWN.setting), scheduler: cut(scheduler, SHOWN.setting) };
  const given = { steps, cfgScale, seed: cut(seed, SHOWN.setting) ?? undefined };
  return { ...given, sampler: words.sampler ?? undefined, scheduler: words.scheduler ?? undefined };
}

/** The number of the item that a page's address names, by its key or, as before, by its number; 0, which nothing has, for neither. */
export async function mediaIdOf(name = "") {
  if (/^[1-9]\d{0,14}$/.test(name)) return Number(name);
  if (!/^[0-9a-f]{40}$/.test(name)) return 0;
  const item = await reader().query.media.findFirst({ columns: { id: true }, where: eq(media.key, name) });
  return item?.id ?? 0;
}

/** What the file says, as it stood there, for its owner alone; null when there is no such item of theirs. */
export async function rawTexts(ownerId: number, mediaId: number) {
  const [item] = await reader()
    .select({ raw: generations.raw })
    .from(media)
    .leftJoin(generations, eq(generations.mediaId, media.id))
    .where(and(eq(media.id, mediaId), eq(media.ownerId, ownerId), isNull(media.deletedAt)));
  return item
    ? ((item.raw ?? []) as RawEntry[]).filter(({ source, text }) => source !== "C2PA" && !text.includes("\0"))
    : null;
}

function resourcesOf(mediaId: number) {
  return reader()
    .select({
      kind: mediaResources.kind,
      name: sql<string>`substr(${mediaResources.name}, 1, ${SHOWN.setting})`,
      weight: mediaResources.weight,
      strength: mediaResources.strength,
      /** As a moderator or a list named it; else the file’s own name stands. */
      model: sql<string | null>`CASE WHEN ${models.named} THEN ${models.name} END`,
      version: modelVersions.name,
      baseModel: sql<string | null>`CASE WHEN ${models.named} THEN ${baseModels.name} END`,
    })
    .from(mediaResources)
    .leftJoin(modelVersions, eq(modelVersions.id, mediaResources.versionId))
    .leftJoin(models, eq(models.id, modelVersions.modelId))
    .leftJoin(baseModels, eq(baseModels.id, modelVersions.baseModelId))
    .where(eq(mediaResources.mediaId, mediaId))
    .orderBy(asc(mediaResources.position))
    .limit(SHOWN.resources);
}
