import { fork } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { uploadRefusals } from "~/domain/media/limits";
import { filesOf, hasCorpus } from "~/tests/media/corpus";
import { leakingFiles } from "~/tests/media/published";
import { ensure } from "./fault";
import type { Fault } from "./fault";
import { heavyAtOnce } from "./heavy-pictures";
import { inScratch } from "./scratch";

const MAX_RSS_MB = 512;
/** On these 49 bytes mediabunny never comes back. */
const ENDLESS_WEBM =
  "1a45dfa3010000000000000e428201000000000000047765626d1853806701000000000001b61549a96601000000000000";

type Told = { outcomes: { file: string; outcome: string; left: number; ms: number }[]; peakRssMb: number };

/** Files made to break whoever opens them, through the whole of an upload; with `others`, every sample there is. */
export const hostileFiles: Fault<{ others: number }> = {
  name: "hostile-files",
  bar: `every file refused with a reason or published without metadata, nothing left of the refused, RSS < ${MAX_RSS_MB} MB, no crash`,
  small: { others: 0 },
  full: { others: 1 },
  run: ({ others }) => inScratch((scratch) => perform(scratch, Boolean(others))),
};

async function perform(scratch: string, others: boolean) {
  const site = join(scratch, "site");
  const folders = others ? ["hostile", "photo", "video", "gen", "demo_ai"] : ["hostile", "video"];
  const paths = [...(await ownFiles(scratch, others)), ...folders.flatMap(filesOf).map(({ path }) => path)];
  const { outcomes, peakRssMb } = await takeIn(site, paths);
  for (const { file, outcome, left } of outcomes) {
    ensure(outcome === "taken" || outcome in uploadRefusals, `${file} was refused without words: ${outcome}`);
    ensure(outcome === "taken" || left === 0, `${file} was refused, and ${left} files of it were left`);
  }
  ensure(peakRssMb < MAX_RSS_MB, `it took ${peakRssMb} MB`);
  const { telling, files, reader } = await leakingFiles(site);
  ensure(telling.length === 0, `published files still tell: ${JSON.stringify(telling.slice(0, 5))}`);
  const counts = tally(outcomes);
  ensure(
    counts.taken && counts["not-media"],
    `of what is sent some is taken and some is none: ${JSON.stringify(counts)}`,
  );
  const slowest = outcomes.reduce((one, other) => (other.ms > one.ms ? other : one));
  const heavy = others ? await heavyAtOnce(scratch) : null;
  return {
    corpus: hasCorpus,
    files: outcomes.length,
    ...counts,
    peakRssMb,
    slowest,
    publishedFilesRead: files,
    readBackBy: reader,
    ...(heavy && { heavy }),
  };
}

/** In a process of its own, whose memory is counted and whose crash would be seen. */
async function takeIn(site: string, paths: string[]) {
  const env = { ...process.env, MALLOC_ARENA_MAX: "2" }; // as app/start.mjs and the container set it
  const child = fork("tests/faults/hostile-uploads.ts", [site, ...paths], {
    env,
    execArgv: ["--import", "tsx"],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const ended = once(child, "exit");
  const told = await Promise.race([once(child, "message"), ended]);
  const [code] = (await ended) as [number | null];
  ensure(code === 0, `the process ended with ${code}`);
  return told[0] as Told;
}

async function ownFiles(scratch: string, slow: boolean) {
  const photo = sharp({ create: { width: 64, height: 64, channels: 3, background: "teal" } }).withExif({
    IFD0: { ImageDescription: "Steps: 20, Seed: 1, Model: secret", Artist: "Nobody" },
    IFD3: { GPSLatitudeRef: "N", GPSLatitude: "52/1 30/1 0/1" },
  });
  const files = {
    "located.jpg": await photo.clone().jpeg().toBuffer(),
    "located.webp": await photo.clone().webp().toBuffer(),
    "located.png": await photo.clone().png().toBuffer(),
    "cut-off.jpg": (await photo.clone().jpeg().toBuffer()).subarray(0, 400),
    "script.svg": `<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`,
    "page.png": "<!doctype html><script>alert(1)</script>",
    ...(slow ? { "endless.webm": Buffer.from(ENDLESS_WEBM, "hex"), "large.jpg": await largeProgressive() } : {}),
  };
  return Object.entries(files).map(([name, bytes]) => (writeFileSync(join(scratch, name), bytes), join(scratch, name)));
}

/** 49 megapixels to be turned and decoded all at once: what costs the most memory of all that is taken. */
function largeProgressive() {
  return sharp({ create: { width: 7000, height: 7000, channels: 3, background: "teal" }, limitInputPixels: false })
    .withMetadata({ orientation: 6 })
    .jpeg({ progressive: true })
    .toBuffer();
}

function tally(outcomes: Told["outcomes"]) {
  const counts: Record<string, number> = {};
  for (const { outcome } of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}
