import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { reader } from "~/db/client";
import { crucibleResources } from "~/db/schema/crucible";
import { baseModels, generations, mediaResources, models, modelVersions } from "~/db/schema/media";
import { write } from "~/db/write";
import { merge } from "~/domain/moderation/catalog-actions.server";
import { useDatabase } from "~/tests/database";
import { NOON, makeMedia, makePerson, openTestCrucible } from "~/tests/factories";
import { BASE_MODELS } from "./base-models";
import { findResources, listBaseModels, seedCatalog } from "./catalog.server";
import { setBaseModel } from "./curating.server";
import { declareResources } from "./declared-resources.server";
import type { BaseModelHint, DeclaredResource } from "~/domain/metadata/generation";
import { importModels } from "./importing.server";
import { readModelsList, notJson } from "./models-list";

useDatabase();

const sha256 = "31e35c80fc4829d14f90153f4c74cd59c90b779f6afe05a74cd6120b893f7e5b";
const forge: DeclaredResource = { kind: "checkpoint", name: "dreamForge_v2.safetensors", hashes: { sha256 } };

function seed() {
  return write((tx) => seedCatalog(tx, { now: NOON }));
}

/** Declares for a fresh picture, and reads back what stands there. */
async function declare(declared: DeclaredResource[], hint?: BaseModelHint, mediaId?: number) {
  const id = mediaId ?? (await makeMedia(await makePerson()));
  await write((tx) => tx.insert(generations).values({ mediaId: id, raw: [], readAt: NOON }).onConflictDoNothing());
  const settled = await write((tx) => declareResources(tx, { mediaId: id, declared, hint, now: NOON }));
  const rows = await reader()
    .select()
    .from(mediaResources)
    .where(eq(mediaResources.mediaId, id))
    .orderBy(mediaResources.position);
  return { mediaId: id, rows, base: await nameOf(settled.baseModelId), strength: settled.strength };
}

async function nameOf(id: number | null) {
  return (await listBaseModels()).find((one) => one.id === id)?.name ?? null;
}

test("the seed can run again and again", async () => {
  await seed();
  const before = await reader().$count(models);
  await seed();
  expect(await reader().$count(models)).toBe(before);
  expect((await listBaseModels()).map(({ name }) => name)).toEqual(BASE_MODELS.map(({ name }) => name));
});

test("unknown models join the catalog, and are found by any hash, but only weakly by name", async () => {
  await seed();
  const first = await declare([forge]);
  const versionId = first.rows[0]!.versionId;
  expect(first.rows).toMatchObject([{ strength: "hash", name: "dreamForge_v2.safetensors" }]);
  const again = async (one: DeclaredResource) => (await declare([one])).rows[0]!;
  expect(await again({ kind: "checkpoint", name: "other", hashes: { autov2: sha256.slice(0, 10) } })).toMatchObject({
    versionId,
    strength: "hash",
  });
  expect(await again({ kind: "checkpoint", name: "models/DreamForge v2.ckpt", hashes: {} })).toMatchObject({
    versionId,
    strength: "name",
  });
  expect((await again({ kind: "lora", name: "dreamForge_v2", hashes: {} })).versionId).not.toBe(versionId);
  expect(await again({ kind: "checkpoint", hashes: {} })).toMatchObject({ versionId: null, strength: "none" });
  expect((await findResources({ words: "dreamforge" }))[0]).toMatchObject({ versionId, seen: 3, named: false });
});

test("a number beats a hash beats a name, and what is known learns nothing from an upload", async () => {
  await seed();
  const numbered = (await declare([{ kind: "checkpoint", versionId: 5, hashes: {} }])).rows[0]!;
  const hashed = (await declare([forge])).rows[0]!;
  expect(numbered.strength).toBe("exact");
  const both = (await declare([{ ...forge, versionId: 5 }])).rows[0]!;
  expect(both).toMatchObject({ versionId: numbered.versionId, strength: "exact" });
  expect((await declare([{ kind: "checkpoint", hashes: { sha256 } }])).rows[0]!.versionId).toBe(hashed.versionId);
});

test("the base model comes from the catalog or the file's metadata, and only weakly from a pipeline", async () => {
  await seed();
  expect(await declare([{ kind: "checkpoint", name: "sd_xl_base_1.0.safetensors", hashes: {} }])).toMatchObject({
    base: "SDXL 1.0",
    strength: "weak",
  });
  const stated = await declare([{ ...forge, air: "urn:air:pony:checkpoint:civitai:1@77", versionId: 77 }]);
  expect(stated.rows[0]).toMatchObject({ strength: "exact" });
  expect(stated.base).toBe("Pony");
  expect(await declare([{ kind: "lora", name: "x", hashes: {} }])).toMatchObject({ base: null, strength: null });
});

test("reading a file again replaces what it said, and counts it once", async () => {
  await seed();
  const { mediaId } = await declare([forge, { kind: "lora", name: "glow", hashes: {} }]);
  const { rows } = await declare([forge], undefined, mediaId);
  expect(rows).toHaveLength(1);
  expect((await findResources({ words: "forge" }))[0]!.seen).toBe(1);
  expect((await findResources({ words: "glow" }))[0]!.seen).toBe(0);
});

test("merging repoints media and crucibles, and keeps the marks of both", async () => {
  await seed();
  const a = await declare([forge]);
  const b = await declare([{ kind: "checkpoint", name: "forge-two", hashes: {} }]);
  const [fromId, intoId] = [b.rows[0]!.versionId!, a.rows[0]!.versionId!];
  const moderatorId = await makePerson({ role: "moderator" });
  const crucibleId = await openTestCrucible(moderatorId);
  await write((tx) => tx.insert(crucibleResources).values({ crucibleId, versionId: fromId }));
  const act = { moderatorId, reason: "Same", now: NOON };
  const lora = (await declare([{ kind: "lora", name: "glow", hashes: {} }])).rows[0]!.versionId!;
  expect(await write((tx) => merge(tx, { ...act, fromId, intoId: lora }))).toEqual({
    ok: false,
    reason: "different-kinds",
  });
  expect(await write((tx) => merge(tx, { ...act, fromId, intoId: fromId }))).toBeNull();
  expect(await reader().select().from(crucibleResources)).toEqual([{ crucibleId, versionId: fromId }]);
  expect(await write((tx) => merge(tx, { ...act, fromId, intoId }))).toEqual({ ok: true });
  expect(await reader().select().from(crucibleResources)).toEqual([{ crucibleId, versionId: intoId }]);
  expect((await declare([{ kind: "checkpoint", name: "forge-two", hashes: {} }])).rows[0]!.versionId).toBe(intoId);
  expect((await findResources({ words: "forge" })).map(({ versionId, seen }) => [versionId, seen])).toEqual([
    [intoId, 3],
  ]);
  expect(await reader().$count(modelVersions, eq(modelVersions.id, fromId))).toBe(0);
});

test("a base model set by a moderator reaches what was made with the version", async () => {
  await seed();
  const { mediaId, rows } = await declare([forge]);
  const chroma = (await reader().query.baseModels.findFirst({ where: eq(baseModels.name, "Chroma") }))!;
  await write((tx) => setBaseModel(tx, { versionId: rows[0]!.versionId!, baseModelId: chroma.id }));
  expect(await reader().query.generations.findFirst({ where: eq(generations.mediaId, mediaId) })).toMatchObject({
    baseModelId: chroma.id,
  });
  expect(await write((tx) => setBaseModel(tx, { versionId: 9999, baseModelId: chroma.id }))).toBeNull();
});

const list = {
  models: [
    {
      kind: "checkpoint",
      name: "Dream Forge",
      versions: [
        {
          name: "v2",
          baseModel: "SDXL 1.0",
          publicId: 128,
          hashes: [{ type: "sha256", hash: sha256.toUpperCase() }],
          files: ["dreamForge_v2.safetensors"],
        },
        {
          name: "v3",
          hashes: [
            { type: "autov2", hash: "0123456789" },
            { type: "autov2", hash: "abcdef0123" },
          ],
        },
      ],
    },
  ],
};

test("an imported list names what was seen, adds the rest, and changes nothing the second time", async () => {
  await seed();
  const seen = (await declare([forge])).rows[0]!.versionId!;
  const parsed = readModelsList(JSON.stringify(list));
  if (!parsed.ok) throw new Error(parsed.words);
  const take = () => write((tx) => importModels(tx, { list: parsed.list, now: NOON }));
  expect(await take()).toEqual({ ok: true, added: 1, updated: 1 });
  expect(await take()).toEqual({ ok: true, added: 0, updated: 2 });
  const found = await findResources({ words: "dream forge" });
  expect(found).toMatchObject([
    { versionId: seen, name: "Dream Forge", version: "v2", named: true, baseModel: "SDXL 1.0" },
    { version: "v3" },
  ]);
  const second = (await declare([{ kind: "checkpoint", hashes: { autov2: "abcdef0123" } }])).rows[0]!;
  expect(second.versionId).toBe(found[1]!.versionId);
});

test("a list that is none is refused in words, and one unknown base model refuses all of it", async () => {
  await seed();
  expect(readModelsList("{")).toEqual({ ok: false, words: notJson });
  expect(readModelsList(JSON.stringify({ ...list, extra: 1 })).ok).toBe(false);
  const short = structuredClone(list);
  short.models[0]!.versions[1]!.hashes[0]!.hash = "0123";
  expect(readModelsList(JSON.stringify(short))).toMatchObject({ ok: false, words: expect.stringContaining("hash") });
  const odd = structuredClone(list);
  odd.models[0]!.versions[0]!.baseModel = "SDXL 9";
  const parsed = readModelsList(JSON.stringify(odd));
  const before = await reader().$count(models);
  expect(parsed.ok && (await write((tx) => importModels(tx, { list: parsed.list, now: NOON })))).toEqual({
    ok: false,
    reason: "unknown-base-models",
    names: ["SDXL 9"],
  });
  expect(await reader().$count(models)).toBe(before);
});
