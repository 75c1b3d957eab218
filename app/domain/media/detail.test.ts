import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { generations, media } from "~/db/schema/media";
import { write } from "~/db/write";
import { reader } from "~/db/client";
import { useDatabase } from "~/tests/database";
import { NOON, makeMedia, makePerson } from "~/tests/factories";
import { mediaDetail, mediaIdOf, rawTexts } from "./detail.server";
import { guest } from "./content-ratings";

useDatabase();

const long = "<".repeat(4_000_000);
const raw = [
  { source: "XMP", key: "xmp", text: "GPSLatitude 52,30.0N" },
  { source: "C2PA", key: "c2pa", text: "a certificate" },
  { source: "EXIF", key: "odd", text: "bin\0ary" },
];

async function item(normal: object | null) {
  const owner = await makePerson();
  const id = await makeMedia(owner);
  const generator = normal ? "A generator" : null;
  await write(
    async (tx) => void (await tx.insert(generations).values({ mediaId: id, generator, normal, raw, readAt: NOON })),
  );
  return { owner, id };
}

test.each([
  ["a file that says nothing known", null],
  [
    "a file that says far too much",
    { prompt: long, negativePrompt: long, sampler: long, seed: long, characters: [long, long], extra: long },
  ],
])("of %s nobody's page gets a raw text, nor more than 20 KB", async (_, normal) => {
  const { owner, id } = await item(normal);
  for (const viewer of [guest, { ...guest, id: owner }]) {
    const said = JSON.stringify(await mediaDetail(viewer, id));
    expect(said).not.toMatch(/GPSLatitude|certificate|bin/);
    expect(Buffer.byteLength(said)).toBeLessThan(20_000);
  }
});

test("the texts of a file are its owner's alone, without what is binary", async () => {
  const { owner, id } = await item(null);
  expect(await rawTexts(owner, id)).toEqual([raw[0]]);
  expect(await rawTexts(await makePerson(), id)).toBeNull();
});

test("what was never published has no page for others, by its key or its number", async () => {
  const owner = await makePerson();
  const id = await makeMedia(owner, { publishedAt: null });
  const { key } = (await reader().query.media.findFirst({ where: eq(media.id, id) }))!;
  expect([await mediaIdOf(key), await mediaIdOf(String(id)), await mediaIdOf("0"), await mediaIdOf("x")]).toEqual([
    id,
    id,
    0,
    0,
  ]);
  expect(await mediaDetail({ ...guest, id: await makePerson() }, id)).toBeNull();
  expect(await mediaDetail({ ...guest, id: owner }, id)).not.toBeNull();
  expect(await mediaDetail({ ...guest, moderator: true }, id)).not.toBeNull();
});
