import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { uploadRefusals } from "~/domain/media/limits";
import { startChild } from "./child-site";
import { ensure } from "./fault";
import { signUp } from "./visitor";

const MAX_RSS_MB = 512;

/** The pictures that cost most of all that may be sent, of 50 megapixels or just so large that they are taken, to the
 * built site all at once. */
export async function heavyAtOnce(scratch: string) {
  const files = await pictures();
  const folder = join(scratch, "heavy");
  mkdirSync(folder);
  const site = await startChild({ folder, settings: { LOG_LEVEL: "silent", MALLOC_ARENA_MAX: "2" } });
  try {
    const restMb = memoryOf(site.process.pid!);
    const person = await signUp(site.url);
    const outcomes = await Promise.all(Object.entries(files).map(([name, bytes]) => send(person, name, bytes)));
    const [taken, refused] = [outcomes.filter(({ ok }) => ok), outcomes.filter(({ ok }) => !ok)];
    ensure(
      refused.every(({ reason }) => reason === uploadRefusals["too-heavy"]),
      `refused with other words: ${JSON.stringify(refused)}`,
    );
    ensure(refused.length === 3, `${refused.length} were refused: ${refused.map(({ name }) => name).join(", ")}`);
    const peakRssMb = memoryOf(site.process.pid!);
    ensure(peakRssMb < MAX_RSS_MB, `it took ${peakRssMb} MB`);
    return { atOnce: outcomes.length, taken: taken.length, refused: refused.length, restMb, peakRssMb };
  } finally {
    await site.kill();
  }
}

async function send(person: Awaited<ReturnType<typeof signUp>>, name: string, bytes: Buffer) {
  const body = new FormData();
  body.append("level", "1");
  body.append("file", new Blob([new Uint8Array(bytes)]), name);
  const answer = await person.ask("/library/uploads", { method: "POST", body, signal: AbortSignal.timeout(300_000) });
  ensure(answer.status === 200, `${name} was answered with ${answer.status}`);
  const { results } = (await answer.json()) as { results: { ok: boolean; reason?: string }[] };
  return { name, ...results[0]! };
}

/** The most that a process ever had in memory. */
function memoryOf(pid: number) {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Math.round(Number(/VmHWM:\s*(\d+)/.exec(status)![1]) / 1024);
}

/** Each of another color: the same pixels would be the same picture. */
async function pictures() {
  const drawn = (channels: 3 | 4, blue: number, side = 7_070) =>
    sharp({
      create: { width: side, height: side, channels, background: { r: 10, g: 120, b: blue, alpha: 0.5 } },
      limitInputPixels: false,
    });
  const deep = (channels: 3 | 4, blue: number) =>
    drawn(channels, blue).toColourspace("rgb16").png({ progressive: true, compressionLevel: 1 });
  return {
    "deep-1.png": await deep(4, 1).toBuffer(),
    "deep-2.png": await deep(4, 2).toBuffer(),
    "whole-1.png": await drawn(4, 3, 6_300).png({ progressive: true, compressionLevel: 1 }).toBuffer(),
    "whole-2.png": await drawn(4, 4, 6_300).png({ progressive: true, compressionLevel: 1 }).toBuffer(),
    "fine.jpg": await drawn(3, 50).jpeg({ progressive: true, chromaSubsampling: "4:4:4" }).toBuffer(),
    "turned.jpg": await drawn(3, 90).withMetadata({ orientation: 6 }).jpeg({ progressive: true }).toBuffer(),
    "lossless.webp": await drawn(4, 130).webp({ lossless: true, effort: 0 }).toBuffer(),
    "lines-1.png": await drawn(4, 170).toColourspace("rgb16").png({ compressionLevel: 1 }).toBuffer(),
    "lines-2.png": await drawn(4, 210).toColourspace("rgb16").png({ compressionLevel: 1 }).toBuffer(),
  };
}
