import { and, asc, eq } from "drizzle-orm";
import { reader } from "~/db/client";
import { users } from "~/db/schema/account";
import { baseModels, generations, media, mediaResources, models, modelVersions } from "~/db/schema/media";
import type { GenerationMetadata } from "~/domain/metadata/generation";
import type { Viewer } from "./levels";
import { mediaColumns, viewOf } from "./library.server";
import { visibleTo } from "./visibility.server";

/**
 * A media item with all that may be said of it, or null when there is none that the viewer may see. What its file declares
 * of its making is for everyone, but for the prompt and the raw words when the owner hides them.
 */
export async function mediaDetail(viewer: Viewer, mediaId: number) {
  const [row] = await reader()
    .select({ item: mediaColumns, extra: extras, owner: { id: users.id, username: users.username } })
    .from(media)
    .innerJoin(users, eq(users.id, media.ownerId))
    .where(and(eq(media.id, mediaId), visibleTo(viewer)));
  if (!row) return null;
  const own = row.owner.id === viewer.id;
  const making = await makingOf(mediaId, own || !row.extra.hidePrompt);
  return {
    ...viewOf(row.item),
    ...row.extra,
    fileName: own ? row.extra.fileName : null,
    owner: row.owner,
    own,
    making,
  };
}

const extras = {
  type: media.type,
  bytes: media.bytes,
  fileName: media.fileName,
  hidePrompt: media.hidePrompt,
  statedLevel: media.statedLevel,
  createdAt: media.createdAt,
};

async function makingOf(mediaId: number, open: boolean) {
  const [made] = await reader()
    .select({
      generator: generations.generator,
      normal: generations.normal,
      raw: generations.raw,
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
    settings,
    prompt: open ? (prompt ?? null) : null,
    negativePrompt: open ? (negativePrompt ?? null) : null,
    characters: open ? (characters ?? []) : [],
    raw: open ? (made.raw as { source: string; key: string; text: string }[]) : [],
    resources: await resourcesOf(mediaId),
  };
}

function resourcesOf(mediaId: number) {
  return reader()
    .select({
      kind: mediaResources.kind,
      name: mediaResources.name,
      weight: mediaResources.weight,
      strength: mediaResources.strength,
      model: models.name,
      version: modelVersions.name,
      baseModel: baseModels.name,
    })
    .from(mediaResources)
    .leftJoin(modelVersions, eq(modelVersions.id, mediaResources.versionId))
    .leftJoin(models, eq(models.id, modelVersions.modelId))
    .leftJoin(baseModels, eq(baseModels.id, modelVersions.baseModelId))
    .where(eq(mediaResources.mediaId, mediaId))
    .orderBy(asc(mediaResources.position));
}
