import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { film } from "~/tests/fixtures/films";
import { remux } from "./remuxing.server";

const ENCODERS = [
  ["libx264", "x264 - core"],
  ["libx265", "x265 (build"],
] as const;
const known = listed();
if (!known) console.log("No ffmpeg: what real encoders leave in a clip is not tried.");

function listed() {
  try {
    return execFileSync("ffmpeg", ["-v", "quiet", "-encoders"], { encoding: "utf8" });
  } catch {
    return "";
  }
}

for (const [encoder, note] of ENCODERS) {
  test.skipIf(!known.includes(encoder))(
    `nothing of what ${encoder} says of itself is published, and every frame still plays`,
    async () => {
      const folder = await mkdtemp(join(tmpdir(), "crucible-remuxing-"));
      const [from, to] = [join(folder, "from.mp4"), join(folder, "to.mp4")];
      const source = ["-v", "error", "-f", "lavfi", "-i", "testsrc=size=64x64:rate=10:duration=1"];
      execFileSync(
        "ffmpeg",
        [...source, "-c:v", encoder, "-threads", "1", "-tag:v", encoder === "libx265" ? "hvc1" : "avc1", from],
        { stdio: "ignore" },
      );
      expect(readFileSync(from).includes(note)).toBe(true);
      expect(await remux({ from, to, kind: "mp4", maxSeconds: 60 })).toMatchObject({
        ok: true,
        clip: { width: 64, height: 64, seconds: 1 },
      });
      expect(readFileSync(to).includes(note)).toBe(false);
      expect(pixelsOf(to)).toBe(pixelsOf(from));
      await rm(folder, { recursive: true });
    },
  );
}

test("nothing of what was noted between the frames of AV1 is published", async () => {
  const folder = await mkdtemp(join(tmpdir(), "crucible-remuxing-"));
  const note = Buffer.concat([Buffer.from([0x2a, 20, 4, 0xb5]), Buffer.from("taken at 52.5,13.4")]);
  const [from, to, plain] = [join(folder, "from.mp4"), join(folder, "to.mp4"), join(folder, "plain.mp4")];
  await film(plain, { kind: "mp4" });
  expect(readFileSync(await film(from, { kind: "mp4", note })).includes("taken at")).toBe(true);
  expect(await remux({ from, to, kind: "mp4", maxSeconds: 60 })).toMatchObject({
    ok: true,
    clip: { codec: "av1", width: 64 },
  });
  expect(readFileSync(to).includes("taken at")).toBe(false);
  expect(known && pixelsOf(to)).toEqual(known && pixelsOf(plain));
  await rm(folder, { recursive: true });
});

/** A sum over every frame, as ffmpeg decodes it. */
function pixelsOf(path: string) {
  return execFileSync("ffmpeg", ["-v", "error", "-i", path, "-map", "0:v", "-f", "framemd5", "-"], {
    encoding: "utf8",
  }).replace(/^#.*\n/gm, "");
}
