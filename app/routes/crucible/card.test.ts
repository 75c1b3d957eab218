import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import sharp from "sharp";
import { beforeEach, expect, test } from "vitest";
import { handle } from "~/db/client";
import { settleEndedCrucibles } from "~/domain/crucible/settling/settling.server";
import { storageKey } from "~/domain/media/files";
import { localStorage } from "~/domain/media/local-storage.server";
import { setStorage } from "~/domain/media/storage.server";
import { useDatabase } from "~/tests/database";
import { useSettings } from "~/tests/settings";
import { castVotes, hoursLater, makeMedia, makePerson, openTestCrucible, putEntry } from "~/tests/factories";
import { loader as crucibleCard } from "./card";
import { loader as entryCard } from "./entry-card";

const { folder } = useDatabase();
const configure = useSettings();
const RED = { r: 255, g: 0, b: 0 };
const R = 4;

beforeEach(() => {
  configure({ NODE_ENV: "test" });
  setStorage(localStorage(folder()));
});

/** Columns of a red picture that lies in storage. */
async function red(digit: string) {
  const key = digit.repeat(40);
  const path = join(folder(), storageKey(key, "800.webp"));
  await mkdir(dirname(path), { recursive: true });
  await writeFile(
    path,
    await sharp({ create: { width: 80, height: 80, channels: 3, background: RED } })
      .webp()
      .toBuffer(),
  );
  return { key };
}

function get(card: typeof crucibleCard, id: number) {
  const request = new Request("http://localhost:3000/");
  return card({ request, params: { id: String(id) }, context: {} as never }).catch(
    (thrown: unknown) => thrown as Response,
  );
}

async function drawn(answer: Response) {
  const { data, info } = await sharp(await answer.arrayBuffer())
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const at = (300 * info.width + 1100) * info.channels;
  return { width: info.width, height: info.height, isRed: data[at]! > 200 && data[at + 1]! < 60 };
}

async function ended(digit: string, columns: { level?: number } = {}) {
  const [creator, judge] = [await makePerson(), await makePerson()];
  const crucible = await openTestCrucible(creator, { entryFee: 10 });
  const [first, second] = [
    await putEntry(crucible, creator, { ...(await red(digit)), ...columns }),
    await putEntry(crucible, creator),
  ];
  await castVotes(crucible, judge, [[first, second]]);
  return { crucible, first, settle: () => settleEndedCrucibles({ now: hoursLater(9) }) };
}

test("a crucible's card is a PNG of 1200 by 630 with its cover, small, and kept for ten minutes by anyone", async () => {
  const creator = await makePerson();
  const cover = await makeMedia(creator, await red("a"));
  const answer = await get(crucibleCard, await openTestCrucible(creator, { coverMediaId: cover }));
  expect(answer.headers.get("content-type")).toBe("image/png");
  expect(answer.headers.get("cache-control")).toBe("public, max-age=600");
  expect((await answer.clone().arrayBuffer()).byteLength).toBeLessThan(300_000);
  expect(await drawn(answer)).toEqual({ width: 1200, height: 630, isRed: true });
});

test("a cover that not everyone may see is not on the card, and what is R alone has none", async () => {
  const creator = await makePerson();
  const cover = await makeMedia(creator, { ...(await red("b")), level: R });
  expect((await drawn(await get(crucibleCard, await openTestCrucible(creator, { coverMediaId: cover })))).isRed).toBe(
    false,
  );
  expect((await get(crucibleCard, await openTestCrucible(creator, { levels: R, coverMediaId: cover }))).status).toBe(
    404,
  );
});

test("an entry has a card from the end on, and never before", async () => {
  const { first, crucible, settle } = await ended("c");
  expect((await get(entryCard, first)).status).toBe(404);
  await settle();
  expect(await drawn(await get(entryCard, first))).toMatchObject({ width: 1200, isRed: true });
  expect((await get(crucibleCard, crucible)).status).toBe(200);
});

test("an entry whose level was raised after the end has no card", async () => {
  const { first, settle } = await ended("d");
  await settle();
  handle()
    .writer.prepare("UPDATE media SET level = ? WHERE id = (SELECT media_id FROM entries WHERE id = ?)")
    .run(R, first);
  expect((await get(entryCard, first)).status).toBe(404);
});
