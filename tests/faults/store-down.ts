import { rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { bucketSettings } from "~/db/bucket";
import { closeDatabase, handle, openDatabase } from "~/db/client";
import { restoreInto } from "~/db/restoring";
import { auditDatabase } from "~/jobs/restore-audit";
import { startObjectStore } from "~/tests/fixtures/object-store";
import type { Mood } from "~/tests/fixtures/object-store";
import { freePort, startChild } from "./child-site";
import type { ChildSite } from "./child-site";
import { ensure } from "./fault";
import type { Fault } from "./fault";
import { inScratch } from "./scratch";
import { signUp } from "./visitor";

const MOODS: Mood[] = ["failing", "forbidden", "slow"];
const program = "build/start-replicated.js";

/** The bucket refuses, fails, or is gone, while people go on using the site. */
export const storeDown: Fault<{ seconds: number; moods: number }> = {
  name: "store-down",
  bar: "object store failing, forbidding, slow or gone: the site stays up and says so, and nothing is missing once it is back",
  small: { seconds: 10, moods: 1 },
  full: { seconds: 45, moods: 3 },
  run: ({ seconds, moods }) => inScratch((scratch) => perform(scratch, seconds, MOODS.slice(0, moods))),
};

async function perform(scratch: string, seconds: number, moods: Mood[]) {
  const directory = join(scratch, "store");
  let store = await startObjectStore(directory);
  const volume = join(scratch, "volume");
  const settings = { ...store.settings(), LITESTREAM_PORT: String(await freePort()), NEW_SITE: "true" };
  const site = await startChild({ folder: volume, settings, program });
  const names: string[] = [];
  const lags: Record<string, number> = {};
  try {
    for (const mood of moods) {
      store.be(mood);
      await goOn(site, seconds, names);
      lags[mood] = mood === "slow" ? await lag(site) : await noticed(site, mood);
      store.be("well");
      await caughtUp(site, mood);
    }
    await store.stop();
    await goOn(site, seconds, names);
    lags.gone = await noticed(site, "gone");
    if (seconds > 40) ensure((await fetch(`${site.url}/readyz`)).status === 503, "it said that it was ready");
    store = await startObjectStore(directory, { port: store.port });
    await caughtUp(site, "gone");
    await site.kill();
    return {
      signedUp: names.length,
      failed: 0,
      lagSeconds: lags,
      missing: await missing(scratch, volume, names, store.settings()),
    };
  } finally {
    if (site.process.exitCode === null && site.process.signalCode === null) await site.kill();
    await store.stop();
  }
}

/** Uses the site all the while. */
async function goOn(site: ChildSite, seconds: number, names: string[]) {
  for (const until = Date.now() + seconds * 1000; Date.now() < until; await sleep(500)) {
    const { username, status } = await signUp(site.url);
    ensure(status === 303, `signing up was answered with ${status}`);
    ensure((await fetch(`${site.url}/sign-in`)).status === 200, "a page was not served");
    names.push(username);
  }
}

/** Waits until the site itself says that its copies are behind: the seconds by which they are. */
async function noticed(site: ChildSite, mood: string) {
  const until = Date.now() + 60_000;
  let seconds = await lag(site);
  for (; seconds <= 1 && Date.now() < until; seconds = await lag(site)) await sleep(250);
  ensure(seconds > 1, `nobody noticed that the store was ${mood}`);
  return seconds;
}

async function lag(site: ChildSite) {
  const text = await (await fetch(`${site.url}/metrics`)).text();
  return Number(/^crucible_replica_lag_seconds (\S+)$/m.exec(text)?.[1]);
}

async function caughtUp(site: ChildSite, after: string) {
  for (const until = Date.now() + 90_000; Date.now() < until; await sleep(250)) if ((await lag(site)) === 0) return;
  ensure(
    false,
    `the store had been ${after}: the copies never caught up again, ${await lag(site)} s behind: ${complaints(site.said())}`,
  );
}

function complaints(said: string) {
  return said
    .split("\n")
    .filter((line) => line.includes("level=ERROR"))
    .slice(-5)
    .join("\n");
}

async function missing(scratch: string, volume: string, names: string[], settings: Record<string, string>) {
  await rm(volume, { recursive: true });
  const file = join(scratch, "crucible.db");
  await restoreInto(scratch, bucketSettings(settings)!);
  ensure((await auditDatabase(file)).ok, "what was restored is not sound");
  openDatabase(file);
  const known = new Set(handle().reader.prepare("SELECT username FROM users").pluck().all());
  closeDatabase();
  const lost = names.filter((name) => !known.has(name));
  ensure(lost.length === 0, `${lost.length} of ${names.length} people are missing after a restore`);
  return lost.length;
}
