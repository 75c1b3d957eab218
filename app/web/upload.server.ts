import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { finished } from "node:stream/promises";
import { Busboy } from "@fastify/busboy";
import type { BusboyHeaders } from "@fastify/busboy";
import { env } from "./env.server";
import { mayChange } from "./origin.server";

export type Arrived = { field: string; path: string; name: string; bytes: number; tooLarge: boolean };

type Limits = { fileBytes: number; files: number };

/**
 * Reads a form with files: each streamed to a temporary file, never held in memory, cut off at the limit. The words of
 * the form come back as FormData. `use` gets both; the files are gone when it is done.
 */
export async function withUpload<T>(request: Request, limits: Limits, use: (files: Arrived[], words: FormData) => Promise<T>) {
  if (!mayChange(request, env().appUrl.origin)) throw new Response("This form came from another site.", { status: 403 });
  if (!request.headers.get("content-type")?.startsWith("multipart/form-data") || !request.body) {
    throw new Response("Only forms with files are read here.", { status: 415 });
  }
  const folder = join(env().DATA_DIR, "arriving", randomUUID());
  await mkdir(folder, { recursive: true });
  try {
    const { files, words } = await receive(request, folder, limits);
    return await use(files, words);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function receive(request: Request, folder: string, { fileBytes, files: most }: Limits) {
  const files: Arrived[] = [];
  const words = new FormData();
  const writing: Promise<void>[] = [];
  const headers = Object.fromEntries(request.headers) as BusboyHeaders;
  const parser = new Busboy({ headers, limits: { fileSize: fileBytes, files: most, fields: 200, fieldSize: 64 * 1024 } });
  parser.on("field", (name, value) => words.append(name, value));
  parser.on("file", (field, stream, name) => {
    // A form without a file chosen still sends an unnamed, empty one.
    if (!name) return void stream.resume();
    const file = { field, path: join(folder, `${files.length}`), name: name.slice(-200), bytes: 0, tooLarge: false };
    files.push(file);
    stream.on("data", (chunk: Buffer) => (file.bytes += chunk.length));
    stream.on("limit", () => (file.tooLarge = true));
    writing.push(finished(stream.pipe(createWriteStream(file.path))));
  });
  try {
    await finished(Readable.fromWeb(request.body as never).pipe(parser));
    await Promise.all(writing);
  } catch {
    throw new Response("This upload broke off. Nothing was kept; try again.", { status: 400 });
  }
  return { files, words };
}
