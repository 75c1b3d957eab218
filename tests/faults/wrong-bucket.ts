import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startObjectStore } from "~/tests/fixtures/object-store";
import { freePort, refusalOf, startChild } from "./child-site";
import { ensure } from "./fault";
import type { Fault } from "./fault";
import { inScratch } from "./scratch";

const program = "build/start-replicated.js";

/** A site that has its copies in a bucket must not start beside other copies, or without them. */
export const wrongBucket: Fault = {
  name: "wrong-bucket",
  bar: "wrong bucket, prefix or credentials, lost volume: refuses to boot and says why; right ones: restores",
  small: {},
  full: {},
  run: () => inScratch(perform),
};

async function perform(scratch: string) {
  const store = await startObjectStore(join(scratch, "store"), { buckets: ["crucible", "another"] });
  const folder = join(scratch, "data");
  const own = { ...store.settings(), LITESTREAM_PORT: String(await freePort()) };
  const refused: Record<string, string> = {};
  async function refuses(what: string, settings: Record<string, string>, words: RegExp, where = folder) {
    const refusal = await refusalOf({ folder: where, settings: { ...own, ...settings }, program });
    ensure(
      refusal.code === 1 && words.test(refusal.words),
      `${what}: ended with ${refusal.code}, saying: ${refusal.words}`,
    );
    refused[what] = refusal.words.trim().split("\n").at(-1)!.slice(0, 160);
  }
  try {
    await refuses("an empty bucket without NEW_SITE", {}, /no site on this volume or in this bucket/);
    await begin(folder, own, join(scratch, "store", "crucible", "replica"));
    const fresh = join(scratch, "fresh");
    for (const [volume, where] of [
      ["volume kept", folder],
      ["volume lost", fresh],
    ] as const) {
      for (const [what, settings, words] of mistakes(store))
        await refuses(`${what}, ${volume}`, settings, words, where);
    }
    rmSync(folder, { recursive: true });
    const restored = await startChild({ folder, settings: own, program });
    await restored.stop();
    ensure(existsSync(join(folder, "crucible.db")), "nothing was restored");
    rmSync(join(scratch, "store", "crucible", "replica"), { recursive: true });
    await refuses("copies gone, volume lost", {}, /marked as holding a site, but nothing could be restored/, fresh);
    return { refusals: Object.keys(refused).length, refused };
  } finally {
    await store.stop();
  }
}

type Mistake = [what: string, settings: Record<string, string>, words: RegExp];

function mistakes(store: Awaited<ReturnType<typeof startObjectStore>>): Mistake[] {
  return [
    ["wrong bucket", store.settings("another"), /Check BUCKET_NAME/],
    ["missing bucket", store.settings("nowhere"), /Reading the bucket failed: NoSuchBucket/],
    ["wrong prefix", { REPLICA_PREFIX: "replcia" }, /Check REPLICA_PREFIX/],
    ["wrong key", { AWS_ACCESS_KEY_ID: "NOBODY" }, /Reading the bucket failed: InvalidAccessKeyId/],
    ["wrong secret", { AWS_SECRET_ACCESS_KEY: "wrong" }, /Reading the bucket failed: SignatureDoesNotMatch/],
  ];
}

/** A new site that ran until its first copy was in the bucket. */
async function begin(folder: string, settings: Record<string, string>, copies: string) {
  const site = await startChild({ folder, settings: { ...settings, NEW_SITE: "true" }, program });
  for (let tries = 0; tries < 400 && !existsSync(copies); tries++) await sleep(50);
  const code = await site.stop();
  ensure(code === 0, `stopping ended with ${code}: ${site.said()}`);
}
