import { createWriteStream, existsSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { reader } from "~/db/client";
import { streamLog } from "./log-thread.server";

/** How many logs may wait to be made; who asks for one more is told to come back. */
const MAX_WAITING = 8;

const making = new Map<string, Promise<void>>();
let last: Promise<unknown> = Promise.resolve();

type Logged = { id: number; logHead: string | null };

/**
 * The gzipped log of a completed crucible, as a file that is made when somebody first asks for it, one at a time. Null when
 * too many are waiting.
 */
export async function logFile({ id, logHead }: Logged): Promise<string | null> {
  const folder = join(dirname(reader().$client.name), "logs");
  const path = join(folder, `${id}-${(logHead ?? "").slice(0, 16)}.jsonl.gz`);
  if (existsSync(path)) return path;
  if (!making.has(path) && making.size >= MAX_WAITING) return null;
  await (making.get(path) ?? enqueue(path, () => make(id, folder, path)));
  return path;
}

function enqueue(path: string, work: () => Promise<void>) {
  const made = last.then(work).finally(() => making.delete(path));
  making.set(path, made);
  last = made.catch(() => null);
  return made;
}

/** Whole or not at all: whoever reads it meanwhile finds no half of it. */
async function make(id: number, folder: string, path: string) {
  await mkdir(folder, { recursive: true });
  const part = `${path}.${process.pid}.part`;
  try {
    const text = Readable.fromWeb(streamLog(id) as Parameters<typeof Readable.fromWeb>[0]);
    await pipeline(text, createGzip(), createWriteStream(part));
    await rename(part, path);
  } finally {
    await rm(part, { force: true });
  }
}
