import type { Tx } from "~/db/client";
import { mergeVersions, nameModel, setBaseModel } from "~/domain/catalog/curating.server";
import { importModels } from "~/domain/catalog/importing.server";
import type { ModelsList } from "~/domain/catalog/models-list";
import { releaseVersion } from "~/domain/subject/finding.server";
import { audit } from "./auditing.server";

type ModeratorInput = { moderatorId: number; reason: string; now: Date };

/** `nameModel`, written down. */
export async function renameModel(
  tx: Tx,
  { moderatorId: actorId, modelId, name, reason, now }: ModeratorInput & { modelId: number; name: string },
) {
  const done = await nameModel(tx, { modelId, name });
  if (done)
    await audit(tx, { actorId, action: "name-model", subject: `model:${modelId}`, reason, data: { name }, now });
  return done;
}

type ChangeBaseModelInput = ModeratorInput & { versionId: number; baseModelId: number };

/** `setBaseModel`, written down. */
export async function changeBaseModel(
  tx: Tx,
  { moderatorId: actorId, versionId, baseModelId, reason, now }: ChangeBaseModelInput,
) {
  const done = await setBaseModel(tx, { versionId, baseModelId });
  const subject = `model-version:${versionId}` as const;
  if (done) await audit(tx, { actorId, action: "set-base-model", subject, reason, data: { baseModelId }, now });
  return done;
}

type MergeInput = ModeratorInput & { fromId: number; intoId: number };

/** `mergeVersions`, written down; contests that allowed the one allow the other. */
export async function merge(tx: Tx, { moderatorId: actorId, fromId, intoId, reason, now }: MergeInput) {
  const give = await releaseVersion(tx, fromId);
  const done = await mergeVersions(tx, { fromId, intoId });
  await give(done?.ok ? intoId : fromId);
  const subject = `model-version:${intoId}` as const;
  if (done?.ok) await audit(tx, { actorId, action: "merge-models", subject, reason, data: { fromId }, now });
  return done;
}

/** `importModels`, written down. */
export async function importModelList(
  tx: Tx,
  { moderatorId: actorId, list, reason, now }: ModeratorInput & { list: ModelsList },
) {
  const done = await importModels(tx, { list, now });
  if (done.ok) await audit(tx, { actorId, action: "import-models", subject: "models", reason, data: done, now });
  return done;
}
