import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { pieces } from "../../db/seed/drawing/pieces";
import { draw } from "../../db/seed/drawing/art";
import { startObjectStore } from "~/tests/fixtures/object-store";
import type { ObjectStore } from "~/tests/fixtures/object-store";
import { refusalOf, startChild } from "./child-site";
import type { ChildSite } from "./child-site";
import { ensure } from "./fault";
import type { Fault } from "./fault";
import { inScratch } from "./scratch";
import { signUp } from "./visitor";

type Person = Awaited<ReturnType<typeof signUp>>;

/** Media move from the disk to a bucket, which then is not the right one, or goes away. */
export const mediaStore: Fault = {
  name: "media-store",
  bar: "media's bucket wrong: refuses to boot and says why; gone: 503 for pictures alone, and back by itself",
  small: {},
  full: {},
  run: () => inScratch(perform),
};

async function perform(scratch: string) {
  const folder = join(scratch, "data");
  const directory = join(scratch, "store");
  const store = await startObjectStore(directory, { buckets: ["pictures", "another"] });
  const settings = mediaSettings(store);
  try {
    const { person, picture } = await withPicture(folder);
    const unmoved = await refuses(
      "media not moved yet",
      folder,
      settings,
      /It contains none of this site's 1 newest media/,
    );
    await move(folder, settings);
    const refused = { ...unmoved, ...(await wrongOnes(scratch, folder, settings)) };
    const site = await startChild({ folder, settings: { ...settings, LOG_LEVEL: "silent" } });
    const again = await awayAndBack({ site, store, directory, person: person(site), picture });
    return { refusals: Object.keys(refused).length, refused, ...again };
  } finally {
    await store.stop().catch(() => undefined);
  }
}

function mediaSettings(store: ObjectStore): Record<string, string> {
  const { AWS_ENDPOINT_URL_S3, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY } = store.settings();
  return {
    MEDIA_BUCKET: "pictures",
    MEDIA_PREFIX: "site",
    MEDIA_ENDPOINT: AWS_ENDPOINT_URL_S3,
    MEDIA_ACCESS_KEY_ID: AWS_ACCESS_KEY_ID,
    MEDIA_SECRET_ACCESS_KEY: AWS_SECRET_ACCESS_KEY,
  };
}

/** A site that kept one picture on its disk, and stopped. */
async function withPicture(folder: string) {
  const site = await startChild({ folder });
  const person = await signUp(site.url);
  ensure((await sendPicture(person, 0)) === "kept", "an image was not taken in");
  const picture = /\/m\/[0-9a-f]{40}\/320\.webp/.exec(await (await person.get("/library")).text())?.[0];
  ensure(picture, "the library does not show it");
  await site.stop();
  const cookies = person
    .cookies()
    .map((pair) => pair.join("="))
    .join("; ");
  return { picture, person: ({ url }: ChildSite) => visitorAt(url, cookies) };
}

function visitorAt(url: string, cookies: string) {
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(url + path, { redirect: "manual", ...init, headers: { origin: url, cookie: cookies } });
  return { ask, get: (path: string) => ask(path) };
}

async function sendPicture(person: Pick<Person, "ask">, piece: number) {
  const body = new FormData();
  body.append("level", "1");
  body.append("files", new Blob([new Uint8Array(await draw(pieces[piece]!))]), `${piece}.png`);
  const answer = await person.ask("/library/uploads?_data=routes%2Fmedia%2Flibrary-uploads", { method: "POST", body });
  const { results } = (await answer.json()) as { results: { ok: boolean; reason?: string }[] };
  return results[0]!.ok ? "kept" : results[0]!.reason!;
}

async function move(folder: string, settings: Record<string, string>) {
  const env = { ...process.env, ...settings, DATA_DIR: folder };
  for (const words of [
    /^Copied [1-9]\d* files to pictures; 0 were already there/,
    /^Copied 0 files to pictures; [1-9]\d* were already there/,
  ]) {
    const { stdout } = await promisify(execFile)("node", ["build/move-media.js"], { env });
    ensure(words.test(stdout), `moving said: ${stdout}`);
  }
}

async function wrongOnes(scratch: string, folder: string, own: Record<string, string>) {
  return {
    ...(await refuses(
      "wrong bucket",
      folder,
      { ...own, MEDIA_BUCKET: "another" },
      /It contains none of this site's 1 newest/,
    )),
    ...(await refuses(
      "missing bucket",
      folder,
      { ...own, MEDIA_BUCKET: "nowhere" },
      /Access was denied: NoSuchBucket/,
    )),
    ...(await refuses(
      "wrong prefix",
      folder,
      { ...own, MEDIA_PREFIX: "stie" },
      /It contains none of this site's 1 newest/,
    )),
    ...(await refuses(
      "wrong key",
      folder,
      { ...own, MEDIA_ACCESS_KEY_ID: "NOBODY" },
      /Access was denied: InvalidAccessKeyId/,
    )),
    ...(await refuses(
      "wrong secret",
      folder,
      { ...own, MEDIA_SECRET_ACCESS_KEY: "wrong" },
      /Access was denied: SignatureDoesNotMatch/,
    )),
    ...(await refuses(
      "another site's media",
      join(scratch, "empty"),
      own,
      /It contains media, but this site has none/,
    )),
  };
}

async function refuses(what: string, folder: string, settings: Record<string, string>, words: RegExp) {
  const refusal = await refusalOf({ folder, settings });
  ensure(
    refusal.code === 1 && words.test(refusal.words),
    `${what}: ended with ${refusal.code}, saying: ${refusal.words}`,
  );
  return { [what]: refusal.words.trim().split("\n").at(-1)!.slice(0, 160) };
}

type Scene = {
  site: ChildSite;
  store: ObjectStore;
  directory: string;
  person: ReturnType<typeof visitorAt>;
  picture: string;
};

async function awayAndBack({ site, store, directory, person, picture }: Scene) {
  let current = store;
  async function statuses() {
    const [file, page, ready] = await Promise.all([person.get(picture), person.get("/library"), person.get("/readyz")]);
    const { checks } = (await ready.json()) as { checks: { media: string } };
    return {
      picture: file.status,
      page: page.status,
      ready: ready.status,
      media: checks.media,
      said: await file.text(),
      later: file.headers.get("retry-after"),
    };
  }
  try {
    const well = await statuses();
    ensure(well.picture === 200 && well.media === "ok", `with its bucket it answers ${JSON.stringify(well)}`);
    await store.stop();
    const away = await statuses();
    ensure(
      away.picture === 503 && away.later && /aren’t available right now/.test(away.said),
      `an image was answered with ${away.picture}: ${away.said.slice(0, 200)}`,
    );
    ensure(away.page === 200 && away.ready === 503, `the library with ${away.page}, /readyz with ${away.ready}`);
    const upload = await sendPicture(person, 1);
    ensure(/can’t store files right now/.test(upload), `an upload was answered with ${upload}`);
    current = await startObjectStore(directory, { port: store.port, buckets: ["pictures"] });
    ensure((await statuses()).picture === 200, "an image did not come back");
    ensure((await sendPicture(person, 1)) === "kept", "an upload was not taken in again");
    return { away: { picture: away.picture, page: away.page, ready: away.ready, upload } };
  } finally {
    await site.kill();
    await current.stop().catch(() => undefined);
  }
}
