import { spawn } from "node:child_process";
import { once } from "node:events";
import { stat } from "node:fs/promises";

const TIME_LIMIT_MS = 15_000;
const MAX_PIXELS = 50_000_000;

type PosterInput = { clip: string; kind: "mp4" | "webm"; seconds: number; to: string };

/**
 * Draws a frame of a clip into the PNG `to`, upright, when ffmpeg is installed: from a second in, or from half of what is
 * shorter. ffmpeg may open this one file, as this one container, and nothing else. Whether there is a picture now.
 */
export async function drawPoster({ clip, kind, seconds, to }: PosterInput) {
  const at = Math.min(1, seconds / 2).toFixed(3);
  const source = [
    "-protocol_whitelist",
    "file",
    "-max_pixels",
    String(MAX_PIXELS),
    "-ss",
    at,
    "-f",
    kind === "mp4" ? "mov" : "matroska",
    "-i",
    `file:${clip}`,
  ];
  const picture = ["-map", "0:v:0", "-frames:v", "1", "-c:v", "png", "-f", "image2", "-update", "1", `file:${to}`];
  const ffmpeg = spawn("ffmpeg", ["-nostdin", "-v", "quiet", "-threads", "1", ...source, ...picture], {
    stdio: "ignore",
    timeout: TIME_LIMIT_MS,
    killSignal: "SIGKILL",
  });
  const code = await once(ffmpeg, "close").then(
    ([ended]) => ended as number | null,
    () => null,
  ); // not installed
  return code === 0 && Boolean(await stat(to).catch(() => null));
}
