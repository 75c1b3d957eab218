import { join } from "node:path";
import { processImage } from "./process-image.server";
import { drawPoster } from "./poster.server";
import { remuxInWorker } from "./remuxing-in-worker.server";
import { limits } from "./limits";

type ProcessVideoInput = {
  path: string;
  kind: "mp4" | "webm";
  folder: string;
  /** A frame that the browser drew, for where there is no ffmpeg. */
  frame: string | null;
};

/**
 * Reads an MP4 (H.264, H.265, AV1) or WebM (VP8, VP9, AV1) of at most 60 seconds and writes what we publish of it into
 * `folder`: the clip without metadata, and a poster where one can be had.
 */
export async function processVideo({ path, kind, folder, frame }: ProcessVideoInput) {
  const clip = { name: `video.${kind}`, path: join(folder, `video.${kind}`), type: `video/${kind}` };
  const remuxed = await remuxInWorker({ from: path, to: clip.path, kind, maxSeconds: limits.videoSeconds });
  if (!remuxed.ok) return remuxed;
  const { width, height, seconds } = remuxed.clip;
  const poster = await posterOf({ clip: clip.path, kind, seconds, to: join(folder, "frame.png") }, frame, folder);
  const look = { width, height, hasPoster: Boolean(poster), thumbhash: poster?.thumbhash ?? null };
  const files = [clip, ...(poster?.files ?? [])];
  return {
    ok: true,
    made: { kind: "video", type: clip.type, durationMs: Math.round(seconds * 1000), ...look, pixelHash: null, files },
  } as const;
}

async function posterOf(drawing: Parameters<typeof drawPoster>[0], frame: string | null, folder: string) {
  const drawn = (await drawPoster(drawing)) && (await processImage(drawing.to, folder));
  return drawn || (frame && (await processImage(frame, folder))) || null;
}
